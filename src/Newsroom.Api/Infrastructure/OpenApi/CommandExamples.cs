using System.Text.Json.Nodes;

namespace Newsroom.Api.Infrastructure.OpenApi;

/// <summary>A body for each command, as somebody would send it.</summary>
public static class CommandExamples
{
    private const string Fingerprint = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["draft-article"] =
            """{ "desk": "town", "headline": "Council votes to rebuild the breakwater", "standfirst": "Work is to begin in April", "body": "The council decided on Monday.\n\n“We have waited long enough,” said the mayor.", "byline": "Idris Penhale", "dateline": "Skelhaven, 14 October" }""",
        ["describe-story"] = """{ "byline": "Idris Penhale and Liv Tangerud" }""",
        ["revise-article"] = """{ "body": "The council decided on Monday night.\n\n“We have waited long enough,” said the mayor." }""",
        ["restore-revision"] = """{ "version": 4 }""",
        ["attribute-quote"] = """{ "words": "“We have waited long enough,”", "speaker": "marit-oyen", "attribution": "said the mayor" }""",
        ["flag-claim"] = """{ "words": "The council decided on Monday." }""",
        ["withdraw-quote"] = """{ "quote": "q1", "reason": "It is a paraphrase; the marks were a slip." }""",
        ["withdraw-claim"] = """{ "claim": "c1", "reason": "An opinion, not a fact." }""",
        ["fact-check"] =
            $$"""{ "passage": "q1", "fingerprint": "{{Fingerprint}}", "verdict": "verified", "method": "Listened to the recording.", "evidence": [{ "kind": "recording", "citation": "Council webcast, 13 October", "locator": "01:12:40" }] }""",
        ["add-note"] = """{ "text": "Ask the harbour trust for the 2019 figure.", "mustResolve": true, "passage": "c1" }""",
        ["resolve-note"] = """{ "note": "n1" }""",
        ["assign"] = """{ "assignee": "liv" }""",
        ["submit-for-review"] = """{ "as": "reporter" }""",
        ["request-changes"] = """{ "reason": "The second vote is missing." }""",
        ["approve"] = $$"""{ "fingerprint": "{{Fingerprint}}", "as": "editor" }""",
        ["withdraw-approval"] = """{ "reason": "New figures came in." }""",
        ["place-hold"] = """{ "reason": "The owner threatens suit over the third paragraph.", "as": "legal" }""",
        ["lift-hold"] = """{ "hold": "h1", "reason": "Cleared with counsel." }""",
        ["dismiss-quotation"] =
            """{ "words": "“not in my back yard”", "reason": "The name of an attitude; nobody said it here.", "as": "editor" }""",
        ["dismiss-proposed"] = """{ "proposal": "work", "reason": "Titles of songs; nobody said them here.", "as": "editor" }""",
        ["request-legal-review"] = """{ "reason": "The third paragraph says who took the money." }""",
        ["set-embargo"] = """{ "until": "2027-03-01T06:00:00Z", "reason": "The report is out at six." }""",
        ["lift-embargo"] = """{ "reason": "The trust published early." }""",
        ["waive-gate"] =
            $$"""{ "gate": "claims-checked", "subject": "c1", "fingerprint": "{{Fingerprint}}", "reason": "The register is closed until Monday; the figure is the council's own." }""",
        ["publish"] = """{ "kind": "update" }""",
        ["correct"] = """{ "kind": "correction", "note": "An earlier version said that the bridge cost 3 million. It cost 4 million." }""",
        ["spike"] = """{ "reason": "The source withdrew." }""",
        ["unspike"] = """{ "reason": "A second source confirms." }""",
    };

    /// <summary>The example of a command.</summary>
    /// <exception cref="KeyNotFoundException">The command has none; a test keeps that from happening.</exception>
    public static JsonNode Of(string command) => JsonNode.Parse(Bodies[command])!;
}
