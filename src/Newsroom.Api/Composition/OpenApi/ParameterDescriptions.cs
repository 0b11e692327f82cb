namespace Newsroom.Api.Composition.OpenApi;

/// <summary>
/// Describes the route and query parameters. A line that begins with the id of an operation is for that operation only. An endpoint can
/// also describe a parameter itself, with <see cref="System.ComponentModel.DescriptionAttribute"/>.
/// </summary>
internal static class ParameterDescriptions
{
    private static readonly Dictionary<string, string> All = new()
    {
        ["storyId"] = "The id or the slug of the story.",
        ["story"] = "Only lines of this story, by its id or its slug.",
        ["passage"] = "The id of the passage, such as q1 or c1.",
        ["desk"] = "The id of the desk.",
        ["person"] = "The identity of the person: a user name of the caller's issuer, or subject@issuer.",
        ["speaker"] = "The id of the speaker.",
        ["subscriber"] = "The id of the subscriber.",
        ["list-deliveries.after"] = "The position in the record before which the page begins: next of the previous page.",
        ["list-deliveries.state"] = "Only deliveries in this state.",
        ["list-unacknowledged.after"] = "The id of the delivery after which the page begins: next of the previous page.",
        ["list-subscriber-history.after"] = "The version after which the page begins: next of the previous page.",
        ["erasure"] = "The id of the erasure.",
        ["eventId"] = "The id of the event.",
        ["sha256"] = "The SHA-256 digest of the file: 64 lower-case hexadecimal digits.",
        ["code"] = "The code of the problem type: the last part of the member type of a problem.",
        ["level"] = "The level of the tile, from 0; entries for the entries of leaves.",
        ["index"] = "The index of the tile as C2SP tlog-tiles writes it: x001/067, or 067.p/8 for a partial tile.",
        ["slug"] = "The slug of the published story.",
        ["format"] = "The extension of a format: html, json, md, ninjs, newsml or jsonld.",
        ["version"] = "Answer the state at this version of the story.",
        ["at"] = "Answer the state that was recorded by this time (RFC 3339, with its offset).",
        ["asOf"] = "Answer the state of what had happened by this time, whenever it was recorded (RFC 3339, with its offset).",
        ["after"] = "The cursor of the page: next of the previous page. Omit it for the first page.",
        ["limit"] = "The maximum number of items of the page.",
        ["since"] = "The time from which to synchronise (RFC 3339). Changes follow in the order of the record; continue with after.",
        ["get-events.desk"] = "Only events of stories that were of this desk at the time.",
        ["get-events.story"] = "Only events of this story, by its id or its slug.",
        ["get-events.since"] = "The time from which to begin (RFC 3339). Omit it to begin now.",
        ["lastEventId"] = "The same as the header Last-Event-ID, for clients that cannot set it; the header precedes it.",
        ["list-stories.q"] =
            "Words that the story has, in any form of its language, with or without accents; \"phrases\" as they are written, -excluded "
            + "words, and or between alternatives. The last word may be the beginning of one.",
        ["list-stories.slug"] = "Only the story of this slug.",
        ["list-stories.desk"] = "Only stories of this desk.",
        ["list-stories.speaker"] = "Only stories that quote this speaker.",
        ["translationOf"] = "Only translations of this story, by its id.",
        ["stage"] = "Only stories in this stage.",
        ["assignee"] = "Only stories assigned to this person: a user name of the caller's issuer, an identity, or me.",
        ["drafter"] = "Only stories that this person drafted: a user name of the caller's issuer, an identity, or me.",
        ["author"] = "Only stories that this person drafted or revised: a user name of the caller's issuer, an identity, or me.",
        ["ready"] = "With true, only stories that can be published; with false, only others.",
        ["changedSince"] = "Only stories whose last change is at this time or later (RFC 3339).",
        ["priority"] = "Only stories of this priority.",
        ["dueBefore"] = "Only stories that are due before this time (RFC 3339).",
        ["order"] = "The order of the list.",
        ["actor"] = "Only lines of this person: an identity, or a user name of the caller's issuer.",
        ["role"] = "Only lines of people who acted in this role.",
        ["type"] = "Only lines of this type of event, by its storage name, such as quote_attributed.",
        ["text"] = "Only lines that have these words in their sentence or reason.",
        ["from"] = "Only lines from this time on (RFC 3339).",
        ["to"] = "Only lines before this time (RFC 3339).",
        ["list-audit.desk"] = "Only lines of this desk.",
        ["get-audit-csv.desk"] = "Only lines of this desk.",
        ["get-audit-jsonl.desk"] = "Only lines of this desk.",
        ["get-numbers.desk"] = "Only the numbers of this desk. Omit it for all desks.",
        ["get-numbers.from"] = "The first week as ISO 8601 writes it, such as 2026-W37. Omit it for twelve weeks in all.",
        ["get-numbers.to"] = "The last week, included; at most 53 weeks in all. Omit it for the present week.",
        ["get-diff.from"] = "The earlier state: a version, or the time by which it was recorded (RFC 3339).",
        ["get-diff.to"] = "The later state: a version, or the time by which it was recorded. Omit it for the current state.",
        ["fromAsOf"] = "In place of from: the time by which the earlier state had happened (RFC 3339).",
        ["toAsOf"] = "In place of to: the time by which the later state had happened (RFC 3339).",
        ["list-history.after"] = "The version after which the page begins: next of the previous page.",
        ["list-timeline.after"] = "The version after which the page begins: next of the previous page.",
        ["editions"] = "With true, only versions that published an edition.",
        ["kind"] = "Only work of this kind.",
        ["list-work.role"] = "Only work that waits for the caller in this role.",
        ["list-work.desk"] = "Only work on stories and policies of this desk.",
        ["list-work.story"] = "Only work on this story, by its id or its slug.",
        ["list-queue.desk"] = "Only passages of stories of this desk.",
        ["list-published.desk"] = "Only stories of this desk.",
        ["language"] = "Only stories in this language (BCP 47).",
        ["list-corrections.slug"] = "Only notices of the story of this slug.",
        ["get-published.at"] = "Answer the edition that was live at this time (RFC 3339, with its offset).",
        ["get-bundle.since"] = "An earlier checkpoint of the ledger. The bundle then also proves that the ledger was only added to since.",
        ["files"] = "With true, the bundle has the files of evidence that checks name, without confidential ones.",
        ["verify-store.since"] = "An earlier checkpoint of the ledger. It is also verified that the ledger was only added to since.",
        ["views"] = "The names of the projections to verify, separated by commas. Omit it for all.",
        ["name"] = "The name of the file, as downloads are named.",
        ["confidential"] = "With true, the file becomes confidential: each read of it is recorded.",
    };

    /// <summary>Returns the description of a parameter; null where it has none.</summary>
    /// <param name="operation">The id of the operation.</param>
    /// <param name="parameter">The name of the parameter.</param>
    public static string? Of(string operation, string parameter) =>
        All.GetValueOrDefault($"{operation}.{parameter}") ?? All.GetValueOrDefault(parameter);
}
