using System.Net;
using System.Text.Json.Nodes;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Client.Worklists;

namespace Newsroom.Console.Pages;

/// <summary>
/// Asks the API which commands are open to the person: each is decided as a preview, with sample words where the person has to write
/// some. Nothing is stored or recorded.
/// </summary>
internal static class Offers
{
    private const string SampleWords = "Sample";

    /// <summary>The code of a refusal where several roles of the person have the command.</summary>
    public const string RoleAmbiguous = "role-ambiguous";

    private static readonly string[] ClaimCommands = ["claim-check", "release-check"];

    /// <summary>Reads the offers of a story.</summary>
    public static async Task<IReadOnlyList<Offer>> LoadAsync(
        NewsroomClient api,
        StoryDetails story,
        PassageDetails? passage,
        Me person,
        CancellationToken cancellationToken
    ) => await AskAllAsync(api, story, Samples(story, passage, person.Person), person, cancellationToken);

    /// <summary>Reads the offers of commands.</summary>
    public static async Task<IReadOnlyList<Offer>> AskAllAsync(
        NewsroomClient api,
        StoryDetails story,
        IEnumerable<NamedCommand> commands,
        Me person,
        CancellationToken cancellationToken
    ) => await Task.WhenAll(commands.Select(command => AskAsync(api, story, command, person, cancellationToken)));

    /// <summary>Reads the offers of the commands that a card on the board has forms for.</summary>
    public static Task<IReadOnlyList<Offer>> OfCardAsync(
        NewsroomClient api,
        StoryDetails story,
        Me person,
        CancellationToken cancellationToken
    ) => AskAllAsync(api, story, Steps(story, person.Person), person, cancellationToken);

    /// <summary>Reads whether the person can revise a story.</summary>
    public static Task<Offer> OfRevisionAsync(NewsroomClient api, StoryDetails story, Me person, CancellationToken cancellationToken) =>
        AskAsync(api, story, Revision(story), person, cancellationToken);

    /// <summary>Reads the offers of the commands of a check.</summary>
    public static async Task<IReadOnlyList<Offer>> OfCheckAsync(
        NewsroomClient api,
        StoryDetails story,
        PassageDetails passage,
        Me person,
        CancellationToken cancellationToken
    )
    {
        NamedCommand[] samples = [CheckOf(story, passage), .. ClaimCommands.Select(name => ClaimOf(name, story, passage))];
        return await Task.WhenAll(samples.Select(sample => AskAsync(api, story, sample, person, cancellationToken)));
    }

    private static IEnumerable<NamedCommand> Samples(StoryDetails story, PassageDetails? passage, string person)
    {
        if (passage is not null)
        {
            yield return CheckOf(story, passage);
        }

        yield return Revision(story);
        foreach (var step in Steps(story, person))
        {
            yield return step;
        }

        yield return new("publish", [], story.Version);
        yield return new("add-note", new JsonObject { ["text"] = SampleWords }, story.Version);
    }

    // The commands of a card on the board.
    private static IEnumerable<NamedCommand> Steps(StoryDetails story, string person) =>
        [
            new("submit-for-review", [], story.Version),
            new("approve", new JsonObject { ["fingerprint"] = story.Fingerprint }, story.Version),
            new("request-changes", new JsonObject { ["reason"] = SampleWords }, story.Version),
            new("assign", new JsonObject { ["assignee"] = person }, story.Version),
        ];

    private static NamedCommand Revision(StoryDetails story) =>
        new(EditPage.Command, new JsonObject { ["headline"] = story.Article.Headline == SampleWords ? "" : SampleWords }, story.Version);

    private static NamedCommand CheckOf(StoryDetails story, PassageDetails passage) =>
        new(
            "fact-check",
            new JsonObject
            {
                ["passage"] = passage.Id,
                ["fingerprint"] = passage.Fingerprint,
                ["verdict"] = "unverifiable",
                ["reason"] = SampleWords,
            },
            story.Version
        );

    private static NamedCommand ClaimOf(string name, StoryDetails story, PassageDetails passage) =>
        new(name, new JsonObject { ["passage"] = passage.Id }, story.Version);

    private static async Task<Offer> AskAsync(
        NewsroomClient api,
        StoryDetails story,
        NamedCommand command,
        Me person,
        CancellationToken cancellationToken
    )
    {
        var offer = await AskAsync(api, story, command, cancellationToken);
        if (offer.Refusal?.Reasons.Any(reason => reason.Code == RoleAmbiguous) != true)
        {
            return offer;
        }

        var inRoles = await Task.WhenAll(person.Roles.Select(role => AskAsync(api, story, InRole(command, role), cancellationToken)));
        var open = person.Roles.Zip(inRoles).Where(asked => asked.Second.IsOpen).ToList();
        return open.Count == 0 ? inRoles[0] : open[0].Second with { Roles = [.. open.Select(asked => asked.First)] };
    }

    private static async Task<Offer> AskAsync(
        NewsroomClient api,
        StoryDetails story,
        NamedCommand command,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var preview = (await api.Stories.PreviewAsync(story.Id, command, cancellationToken)).Value;
            return new Offer(command.Name, [.. preview.Effects.Select(effect => effect.Sentence)]);
        }
        catch (ApiException refused) when (!refused.IsTransient && refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            return new Offer(command.Name, [], refused);
        }
    }

    private static NamedCommand InRole(NamedCommand command, string role)
    {
        var body = command.Body.DeepClone().AsObject();
        body["as"] = role;
        return command with { Body = body };
    }
}
