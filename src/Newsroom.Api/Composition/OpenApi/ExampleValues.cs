namespace Newsroom.Api.Composition.OpenApi;

/// <summary>Lists the values that members have in examples of responses.</summary>
internal static class ExampleValues
{
    public const string Id = "01a20e64-e28b-753e-acd0-6739a53493d3";
    public const string Time = "2026-03-12T09:30:00Z";
    public const string Fingerprint = Domain.Stories.CommandCatalog.ExampleFingerprint;

    private const string Person = "rita@newsroom-development";
    private const string Words = "“We have waited long enough,”";
    private const string Reason = "The register is closed until Monday.";
    private const string Slug = "council-votes-to-rebuild-the-breakwater";

    private static readonly Dictionary<string, string> Strings = new()
    {
        ["as"] = "reporter",
        ["asks"] = "Every claim is checked.",
        ["assignee"] = Person,
        ["attribution"] = "said the mayor",
        ["attributionWords"] = "said the mayor",
        ["acted"] = "editor",
        ["approver"] = Person,
        ["authors"] = Person,
        ["authorization_servers"] = "https://login.example.org",
        ["awaitedFrom"] = Person,
        ["bearer_methods_supported"] = "header",
        ["began"] = "c0ffee:breakwater.md",
        ["body"] = "The council decided on Monday.",
        ["by"] = Person,
        ["byline"] = "Idris Penhale",
        ["cause"] = "attribute-quote",
        ["checker"] = Person,
        ["checkpoint"] = "newsroom.example\n17\nmKZ1jYJcGDgAHQKZCWzZqHlVXGQwmzHRTbrTRhpMkm0=\n",
        ["citation"] = "Council webcast, 13 October",
        ["claim"] = "c1",
        ["clearedFor"] = "c1",
        ["code"] = "claim-unchecked",
        ["command"] = "fact-check",
        ["commit"] = "c0ffee",
        ["correlation"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        ["dateline"] = "Skelhaven, 14 October",
        ["decidedBy"] = Person,
        ["description"] = "Mayor of Skelhaven",
        ["desk"] = "town",
        ["desksLeft"] = "world",
        ["detail"] = "The story is not in review.",
        ["drafter"] = Person,
        ["email"] = "idris@example.org",
        ["error"] = "The event cannot be read.",
        ["errors"] = "Accepted: at most 1,000 characters.",
        ["excerpt"] = "The vote is carried by nine to four.",
        ["failed"] = Id,
        ["from"] = "town",
        ["headline"] = "Council votes to rebuild the breakwater",
        ["hold"] = "h1",
        ["id"] = "town",
        ["identity"] = "Zebedee Quorn",
        ["insert"] = "May",
        ["instance"] = "/stories/" + Slug,
        ["key"] = Fingerprint,
        ["kind"] = "claim",
        ["language"] = "en",
        ["leftInReview"] = "world",
        ["legalBasis"] = "GDPR Art. 17(1)(a)",
        ["locator"] = "01:12:40",
        ["markedBy"] = Person,
        ["meaning"] = "Gates of the story fail; gates names each reason and the commands that resolve it.",
        ["mediaType"] = "application/pdf",
        ["merged"] = Person,
        ["message"] = "Claim c1 is not checked.",
        ["method"] = "Listened to the recording.",
        ["movers"] = Person,
        ["name"] = "Rita Solberg",
        ["named"] = Id,
        ["next"] = "AQID",
        ["newsroom_audience"] = "newsroom",
        ["newsroom_cli_client_id"] = "newsroom-cli",
        ["node"] = "node-1",
        ["notBy"] = Person,
        ["note"] = "n1",
        ["notice"] = "We have retracted this story: the minutes that it rests on are not genuine.",
        ["now"] = "Work is to begin in May.",
        ["onBehalfOf"] = Person,
        ["onlyBy"] = Person,
        ["passage"] = "q1",
        ["path"] = "/stories/" + Id + "/fact-check",
        ["people"] = Person,
        ["person"] = Person,
        ["phrase"] = "not in my back yard",
        ["projection"] = "worklists",
        ["proposedBy"] = Person,
        ["publication"] = "live",
        ["quote"] = "q1",
        ["read"] = Words,
        ["readers"] = Person,
        ["reference"] = "https://newsroom.example/docs",
        ["reason"] = Reason,
        ["rejection"] = Reason,
        ["remove"] = "April",
        ["requestedBy"] = Person,
        ["resource"] = "https://newsroom.example",
        ["restoredWords"] = Words,
        ["scopes_supported"] = "openid",
        ["sentence"] = "Rita Solberg attributed a quote to the mayor.",
        ["sentences"] = "Rita Solberg attributed a quote to the mayor.",
        ["sha256"] = Fingerprint,
        ["slug"] = Slug,
        ["speaker"] = "marit-oyen",
        ["speakers"] = "marit-oyen",
        ["stage"] = "in-review",
        ["standfirst"] = "Work is to begin in April",
        ["state"] = "verified",
        ["subject"] = "c1",
        ["suppliedBy"] = "town hall",
        ["text"] = "Ask the harbour trust for the 2019 figure.",
        ["title"] = "Gates failed",
        ["to"] = "world",
        ["touched"] = Person,
        ["traceId"] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        ["type"] = "quote_attributed",
        ["url"] = "https://example.org/council/2026-10-13",
        ["views"] = "cards",
        ["was"] = "Work is to begin in April.",
        ["why"] = Reason,
        ["words"] = Words,
    };

    private static readonly Dictionary<string, int> Numbers = new()
    {
        ["start"] = 34,
        ["end"] = 63,
        ["version"] = 17,
        ["status"] = 422,
        ["currentVersion"] = 17,
        ["sequence"] = 4711,
    };

    /// <summary>Returns the value of a string; null where there is none.</summary>
    public static string? Of(string member) => Strings.GetValueOrDefault(member);

    /// <summary>Returns the value of a number; null where any serves.</summary>
    public static int? OfNumber(string member) => Numbers.TryGetValue(member, out var number) ? number : null;
}
