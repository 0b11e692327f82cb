using System.Reflection;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>A topic of requests, which the description uses as a tag.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What its requests are about.</param>
internal sealed record Topic(string Name, string Description);

/// <summary>
/// Lists the topics of requests: those of story commands from <see cref="CommandTopic"/>, those of all others from the module that has the
/// endpoint.
/// </summary>
internal static class Topics
{
    private static readonly Dictionary<string, Topic> ByModule = new()
    {
        ["Stories"] = new("Stories", "Reads of a story: now, in the past, its history, changes, gates and quotations."),
        ["Worklists"] = new("Worklists", "Lists of stories and passages, and the work that waits for the caller."),
        ["LiveFeed"] = new("Live feed", "The events of stories as they are recorded."),
        ["Publication"] = new("Publication", "Publish and correct stories; read what readers see."),
        ["Desks"] = new("Desks", "The desks of the newsroom."),
        ["Policies"] = new("Policies", "The gates that a desk requires before publication."),
        ["People"] = new("People", "The people of the newsroom, their names and roles."),
        ["Speakers"] = new("Speakers", "The people whom stories quote; confidential sources."),
        ["Distribution"] = new("Subscribers", "The systems that receive notices of published stories by webhook."),
        ["EvidenceFiles"] = new("Evidence files", "Stored copies of evidence, by SHA-256 digest."),
        ["Erasures"] = new("Erasures", "Erasure of personal data, requested by legal and approved by a chief-editor."),
        ["Audit"] = new("Audit", "The audit trail and its exports."),
        ["Numbers"] = new("Numbers", "How the work of desks goes, by week."),
        ["Imports"] = new("Imports", "Stories from file histories."),
        ["Ledger"] = new("Ledger", "The signed Merkle log of all events: checkpoints, tiles, proofs and bundles."),
        ["Operations"] = new("Operations", "Verification and rebuild of projections and store; types of problems."),
    };

    private static readonly Dictionary<CommandTopic, Topic> ByCommandTopic = new()
    {
        [CommandTopic.Writing] = new("Writing", "Commands that change the words of a story or its description."),
        [CommandTopic.Marking] = new("Marking", "Commands that mark quotes, claims and quoted words that are neither."),
        [CommandTopic.Checking] = new("Checking", "Commands of fact-checkers."),
        [CommandTopic.Review] = new("Review", "Commands of review: notes, assignment, submission and approval."),
        [CommandTopic.Stops] = new("Stops", "Commands that stop a publication, and exceptions to gates."),
        [CommandTopic.Publication] = ByModule["Publication"],
    };

    /// <summary>Gets all topics: commands in the usual order of their use, then the other modules.</summary>
    public static IEnumerable<Topic> All => ByCommandTopic.Values.Concat(ByModule.Values).Distinct();

    /// <summary>Returns the topic of a request.</summary>
    /// <param name="metadata">The metadata of its endpoint.</param>
    /// <exception cref="InvalidOperationException">The module of the endpoint has no topic.</exception>
    public static Topic Of(IEnumerable<object> metadata)
    {
        if (metadata.OfType<CommandDescription>().FirstOrDefault() is { } command)
        {
            return ByCommandTopic[command.Topic];
        }

        var endpoint = metadata.OfType<MethodInfo>().First().DeclaringType!;
        var module = endpoint.Namespace!.Split('.')[2];
        return ByModule.GetValueOrDefault(module)
            ?? throw new InvalidOperationException($"{nameof(Topics)} has no topic of the module {module}.");
    }
}
