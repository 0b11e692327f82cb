using Newsroom.Domain.Stories;

namespace Newsroom.Api.Audit;

/// <summary>Renders summaries of all events as sentences, with people as identities in braces.</summary>
public static class AuditSentences
{
    /// <summary>Renders a summary.</summary>
    /// <param name="e">The summary.</param>
    /// <param name="by">The person who acted.</param>
    public static string Of(EventSummary e, string by) =>
        e.Code switch
        {
            "desk-defined" => $"{{{by}}} defined the desk {e["desk"]}: {e["name"]}, {e["language"]}",
            "person-described" => $"{{{by}}} described {{{e["person"]}}} as "
                + $"{string.Join(", ", e.Arguments.Strings("roles").Prepend(e["name"]))}",
            "speaker-registered" => $"{{{by}}} registered the speaker {e["speaker"]}: {e["name"]}, {e["description"]}",
            "identity-sealed" => $"{{{by}}} sealed the identity of {e["speaker"]}",
            "identity-revealed" => $"{{{by}}} revealed the identity of {e["speaker"]}",
            "policy-proposed" => $"{{{by}}} proposed {Policy(e)}: {string.Join(", ", e.Arguments.Groups("gates").Select(Terms))}"
                + (e.Is("showsConfidential") ? "; others see that a confidential story exists" : "")
                + (e.Is("logsReads") ? "; every read of a story is recorded" : ""),
            "policy-accepted" => $"{{{by}}} accepted {Policy(e)}",
            "policy-rejected" => $"{{{by}}} rejected {Policy(e)}",
            "erasure-requested" => $"{{{by}}} requested the erasure of {e["kind"]} {e["subject"]}. Legal basis: {e["legalBasis"]}",
            "erasure-carried-out" => $"{{{by}}} approved the erasure of {e["kind"]} {e["subject"]} ({Parts(e["parts"])}), "
                + $"requested by {{{e["requestedBy"]}}}. Legal basis: {e["legalBasis"]}",
            "erasure-rejected" => $"{{{by}}} rejected an erasure",
            "evidence-file-added" => $"{{{by}}} stored the {(e.Is("confidential") ? "confidential " : "")}evidence file {e["sha256"]}: "
                + $"{e["bytes"]} bytes, {e["mediaType"]}",
            "evidence-file-read" => $"{{{by}}} read the confidential evidence file {e["sha256"]}",
            "subscriber-registered" => $"{{{by}}} registered the subscriber {Subscriber(e)}",
            "subscriber-changed" => $"{{{by}}} changed the subscriber {Subscriber(e)}",
            "subscriber-paused" => $"{{{by}}} paused the subscriber {e["subscriber"]}",
            "subscriber-resumed" => $"{{{by}}} resumed the subscriber {e["subscriber"]}",
            "secret-rotated" => $"{{{by}}} made a new secret for the subscriber {e["subscriber"]}; the secret before is valid for "
                + $"{e["hours"]} more hours",
            "redelivery-requested" => $"{{{by}}} had the notice {e["delivery"]} sent to the subscriber {e["subscriber"]} again",
            "replay-requested" => $"{{{by}}} had {e["count"]} notices since {e["since"]} sent to the subscriber {e["subscriber"]} again",
            "subscriber-removed" => $"{{{by}}} removed the subscriber {e["subscriber"]}",
            "command-refused" => $"{{{by}}} was refused {e["command"]}: {e["reason"]}",
            "story-read" => $"{{{by}}} read {Part(e)}the {(e.Is("confidential") ? "confidential " : "")}story {e["story"]}",
            "story-reads-counted" => $"{{{e["person"]}}} read {Part(e)}the story {e["story"]} {e["count"]} more times in the minute from "
                + $"{Sentences.Time(e["minute"], "yyyy-MM-dd HH:mm")}",
            "refusals-counted" => $"{{{e["person"]}}} was refused {e["count"]} more times in the minute from "
                + $"{Sentences.Time(e["minute"], "yyyy-MM-dd HH:mm")}",
            _ => Sentences.Of(e, by),
        };

    private static string Part(EventSummary e) =>
        e["what"] switch
        {
            "story" => "",
            "diff" => "a difference of ",
            "quoted" => "the quotations of ",
            "passages" => "a passage of ",
            "preview" => "a preview on ",
            "proof" => "a proof of an event of ",
            var what => $"the {what} of ",
        };

    private static string Subscriber(EventSummary e) =>
        $"{e["subscriber"]}: {e["name"]}, {e["url"]}, {All(e, "desks")}, {All(e, "languages")}, {All(e, "kinds")}, as {e["format"]}";

    private static string All(EventSummary e, string list) =>
        e.Arguments.Strings(list).ToList() is { Count: > 0 } items ? $"{list} {string.Join(" ", items)}" : $"all {list}";

    private static string Policy(EventSummary e) => $"version {e["version"]} of the policy of the {e["desk"]} desk";

    private static string Parts(string count) => count == "1" ? "1 part" : $"{count} parts";

    private static string Terms(SummaryArguments terms)
    {
        IEnumerable<string?> all =
        [
            terms.Find("minimum") is { } minimum ? $"at least {minimum}" : null,
            terms.Find("fewestWords") is { } words ? $"from {words} words" : null,
            .. terms.Groups("roles").Select(role => $"{role.Find("minimum")} as {role.Find("role")}"),
            terms.Is("waivable") ? "waivable" : null,
        ];
        return string.Join(", ", all.OfType<string>()) is { Length: > 0 } text ? $"{terms.Find("gate")} ({text})" : $"{terms.Find("gate")}";
    }
}
