using System.Text.Json.Nodes;
using Newsroom.Api.Distribution.Deliveries;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Tests.Stories.Commands;

/// <summary>A request that succeeds in a prepared state of the newsroom.</summary>
/// <param name="Who">The caller.</param>
/// <param name="Method">PUT or POST.</param>
/// <param name="Path">The address.</param>
/// <param name="Body">The command.</param>
/// <param name="Other">Another command to the same address.</param>
public sealed record PreparedCommand(Person Who, HttpMethod Method, string Path, string Body, string Other)
{
    /// <summary>The version the command is based on; null for none.</summary>
    public long? BasedOn { get; init; }

    /// <summary>The address of <see cref="Other"/>, where it is another one.</summary>
    public string? OtherPath { get; init; }
}

/// <summary>Prepares the newsroom for the example of each command of the permission table, so that it succeeds.</summary>
internal static class CommandScenarios
{
    private const string Desk = "town";

    private const string ExampleDelivery = "01a20e64-e28b-753e-acd0-6739a53493d3";

    private static readonly string[] Changeable = ["reason", "name", "identity"];

    /// <summary>Prepares a command.</summary>
    /// <param name="newsroom">The newsroom.</param>
    /// <param name="method">PUT or POST.</param>
    /// <param name="route">Its address in the permission table.</param>
    public static async Task<PreparedCommand> PrepareAsync(Newsroom newsroom, string method, string route)
    {
        var permit = Permissions.Of(method, route);
        var id = $"c{Guid.NewGuid():N}";
        if (CommandCatalog.All.FirstOrDefault(c => c.Route == route) is { } command)
        {
            return await OfStoryAsync(newsroom, command);
        }

        return route.Split('/')[1] switch
        {
            "desks" when method == "PUT" => Of(newsroom, permit, ("{desk}", id)),
            "desks" => await PolicyAsync(newsroom, permit, id),
            "people" => Of(newsroom, permit, ("{person}", id)),
            "speakers" when !route.Contains('{', StringComparison.Ordinal) => Of(newsroom, permit, ("port-source", id)),
            "speakers" => await SpeakerAsync(newsroom, permit, id),
            "erasures" when !route.Contains('{', StringComparison.Ordinal) => Of(newsroom, permit, ("\"idris\"", $"\"{id}\"")),
            "erasures" => await ErasureAsync(newsroom, permit, id),
            "subscribers" when !route.Contains('{', StringComparison.Ordinal) => Of(newsroom, permit, ("harbour-news", id)),
            "subscribers" => await SubscriberAsync(newsroom, permit, id),
            "views" => Of(newsroom, permit) with { Other = """{"views":["queue"]}""" },
            _ => await ImportAsync(newsroom, permit, id),
        };
    }

    /// <summary>Returns the example of a request, with prepared ids in address and body.</summary>
    private static PreparedCommand Of(Newsroom newsroom, EndpointAccess permit, params (string Name, string Value)[] replaced)
    {
        string Replaced(string text) => replaced.Aggregate(text, (t, r) => t.Replace(r.Name, r.Value, StringComparison.Ordinal));
        var body = JsonNode.Parse(Replaced(permit.Example!))!.ToJsonString();
        var caller = permit.IsOfSubscriber
            ? newsroom.Subscriber(replaced.First(r => r.Name == "{subscriber}").Value)
            : By(newsroom, permit.Roles[0]);
        return new(caller, new HttpMethod(permit.Method), Replaced(permit.Route), body, Changed(body));
    }

    private static Person By(Newsroom newsroom, Role role) => newsroom.As($"kay-{role.ToKebabCase()}", role);

    /// <summary>The same command with another reason, name or identity, where it has one.</summary>
    private static string Changed(string body)
    {
        var command = JsonNode.Parse(body)!.AsObject();
        if (Changeable.FirstOrDefault(command.ContainsKey) is { } member)
        {
            command[member] = $"{command[member]} Once more.";
        }

        return command.ToJsonString();
    }

    private static async Task<PreparedCommand> ImportAsync(Newsroom newsroom, EndpointAccess permit, string file)
    {
        await DefineDeskAsync(newsroom, Desk);
        var import = Of(newsroom, permit, ("breakwater", file));
        return import with { Other = import.Body.Replace("Monday", "Tuesday", StringComparison.Ordinal) };
    }

    private static async Task<PreparedCommand> SpeakerAsync(Newsroom newsroom, EndpointAccess permit, string speaker)
    {
        var body = $$"""{"name":"A source","id":"{{speaker}}","identity":"Somebody"}""";
        (await newsroom.As("ed", Role.Editor).PostAsync("/speakers/register-speaker", body)).Is(201);
        return Of(newsroom, permit, ("{speaker}", speaker));
    }

    private static async Task<PreparedCommand> SubscriberAsync(Newsroom newsroom, EndpointAccess permit, string subscriber)
    {
        var ada = newsroom.As("ada", Role.Admin);
        var body = $$"""{"id":"{{subscriber}}","name":"Harbour News","url":"https://news.example.org/in"}""";
        (await ada.PostAsync("/subscribers/register-subscriber", body)).Is(201);
        if (permit.Command == ConfigurationCatalog.ResumeSubscriber.Name)
        {
            (await ada.PostAsync($"/subscribers/{subscriber}/pause-subscriber", new { reason = "Their server is replaced." })).Is(200);
        }

        var delivery = await DeliveredAsync(newsroom, subscriber);
        var command = Of(newsroom, permit, ("{subscriber}", subscriber), (ExampleDelivery, $"{delivery}"));
        return command with { OtherPath = command.Path.Replace(subscriber, $"{subscriber}-other", StringComparison.Ordinal) };
    }

    /// <summary>Stores a delivery that has ended.</summary>
    private static async Task<Guid> DeliveredAsync(Newsroom newsroom, string subscriber)
    {
        var (story, delivery) = (Guid.NewGuid(), Guid.NewGuid());
        await using var owner = NpgsqlDataSource.Create(newsroom.Database);
        await owner.RunAsync(
            $"""
            insert into {DeliveryTables.Events} (story, version, sequence, event, kind, at)
            values ('{story}', 1, 1, gen_random_uuid(), 'published', now());
            insert into {DeliveryTables.Deliveries}
                (id, subscriber, story, version, sequence, state, attempts, due, needs_acknowledgement)
            values ('{delivery}', '{subscriber}', '{story}', 1, 1, 'delivered', 1, now(), false)
            """
        );
        return delivery;
    }

    private static async Task<PreparedCommand> PolicyAsync(Newsroom newsroom, EndpointAccess permit, string desk)
    {
        await DefineDeskAsync(newsroom, desk);
        var command = Of(newsroom, permit, ("{desk}", desk));
        var propose = Permissions.Of("POST", "/desks/{desk}/propose-policy");
        if (permit != propose)
        {
            (await newsroom.As("ada", Role.Admin).PostAsync($"/desks/{desk}/propose-policy", propose.Example!)).Is(200);
        }

        return command.Other == command.Body ? command with { Other = """{"version":2}""" } : command;
    }

    private static async Task<PreparedCommand> ErasureAsync(Newsroom newsroom, EndpointAccess permit, string person)
    {
        (await newsroom.As("root", Role.Admin).PutAsync($"/people/{person}", """{"name":"Pomona","roles":["editor"]}""")).Is(201);
        var request = Of(newsroom, Permissions.Of("POST", "/erasures/request-erasure"), ("\"idris\"", $"\"{person}\""));
        var lea = newsroom.As("lea", Role.Legal);
        async Task<string> RequestAsync() => $"{(await lea.PostAsync(request.Path, request.Body)).Is(201).Json["id"]}";
        var command = Of(newsroom, permit, ("{erasure}", await RequestAsync()));
        await newsroom.CatchUpAsync();

        // All approvals have the same body; another request is the approval of another erasure.
        return command.Other == command.Body ? command with { Other = await RequestAsync() } : command;
    }

    private static async Task<PreparedCommand> OfStoryAsync(Newsroom newsroom, CommandDescription command)
    {
        await DefineDeskAsync(newsroom, Desk);
        (
            await newsroom.As("root", Role.Admin).PutAsync("/people/liv", """{"name":"Liv Tangerud","roles":["reporter"]}""")
        ).Status.ShouldBeOneOf(200, 201);
        (
            await newsroom.As("ed", Role.Editor).PostAsync("/speakers/register-speaker", """{"name":"Marit Øyen","id":"marit-oyen"}""")
        ).Status.ShouldBeOneOf(201, 422);
        var draft = new ExampleStep(typeof(StoryCommand.DraftArticle), Role.Reporter);
        var drafting = await PreparedAsync(newsroom, null, draft);
        if (command.Begins)
        {
            return drafting;
        }

        var drafted = (await drafting.Who.PostAsync(drafting.Path, drafting.Body)).Is(201).Json;
        var story = new StoryDriver(newsroom, drafted["story"]!.GetValue<Guid>(), drafted["slug"]!.GetValue<string>());
        foreach (var step in command.ExampleAfter)
        {
            var before = await PreparedAsync(newsroom, story, step);
            (await before.Who.PostAsync(before.Path, before.Body, before.BasedOn)).Is(200);
        }

        return await PreparedAsync(newsroom, story, new ExampleStep(command.Type, command.Roles[0]));
    }

    /// <summary>The example of a command, with the current fingerprint and version.</summary>
    private static async Task<PreparedCommand> PreparedAsync(Newsroom newsroom, StoryDriver? story, ExampleStep step)
    {
        var command = CommandCatalog.Of(step.Type);
        var body = JsonNode.Parse(step.Body ?? command.Example)!.AsObject();
        body["as"] = step.Role.ToKebabCase();
        if (command.Precondition == Precondition.Fingerprint)
        {
            body["fingerprint"] = await story!.FingerprintAsync((body["passage"] ?? body["subject"] ?? body["claim"])?.GetValue<string>());
        }

        var other = body.DeepClone().AsObject();
        other.Remove("as");
        var path = command.Route.Replace("{storyId}", $"{story?.Id}", StringComparison.Ordinal);
        var who = step.IsByAnother ? newsroom.As($"lou-{step.Role.ToKebabCase()}", step.Role) : By(newsroom, step.Role);
        return new(who, HttpMethod.Post, path, body.ToJsonString(), other.ToJsonString())
        {
            BasedOn = story is null ? null : await story.VersionAsync(),
        };
    }

    private static async Task DefineDeskAsync(Newsroom newsroom, string desk) =>
        (await newsroom.As("ada", Role.Admin).PutAsync($"/desks/{desk}", new { name = "A desk", language = "en" })).Status.ShouldBeOneOf(
            200,
            201
        );
}
