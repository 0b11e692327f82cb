using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Stories;

namespace Newsroom.Console.Pages;

/// <summary>The commands that the console has forms for, and the bodies that their fields make. Rules are the API's.</summary>
internal static class CommandForms
{
    /// <summary>The command that shows readers the verdict on a claim.</summary>
    public const string PublishFactCheck = "publish-fact-check";

    /// <summary>The command for an exception to a gate.</summary>
    public const string WaiveGate = "waive-gate";

    /// <summary>The command that brings back earlier words.</summary>
    public const string Restore = "restore-revision";

    /// <summary>The field with the command.</summary>
    public const string Command = "command";

    /// <summary>The field with the version that the page showed.</summary>
    public const string Version = "version";

    /// <summary>The field with the people who may read a confidential story.</summary>
    public const string Readers = "readers";

    /// <summary>The field with the evidence that readers see: the version of a check and the place of the piece.</summary>
    public const string Sources = "sources";

    /// <summary>The field with the version whose words come back.</summary>
    public const string Revision = "revision";

    /// <summary>The field with the idempotency key, made when the form was rendered.</summary>
    public const string Key = "key";

    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["submit-for-review"] = [],
        ["request-changes"] = ["reason"],
        ["approve"] = ["fingerprint"],
        ["assign"] = ["assignee"],
        ["add-note"] = ["text", "passage"],
        ["publish"] = ["kind"],
        ["fact-check"] = ["passage", "fingerprint", "verdict", "method", "reason"],
        ["claim-check"] = ["passage"],
        ["release-check"] = ["passage"],
        ["resolve-note"] = ["note"],
        ["correct"] = ["kind", "note"],
        ["schedule"] = ["time", "kind"],
        ["cancel-schedule"] = ["reason"],
        ["withhold"] = ["reason"],
        ["release"] = ["reason"],
        ["retract"] = ["reason", "notice"],
        ["kill"] = ["reason", "notice"],
        ["lift-hold"] = ["hold"],
    };

    // Those of the page for further commands.
    private static readonly Dictionary<string, string[]> Further = new()
    {
        ["describe-story"] = ["desk", "language", "genre", "slug", "byline", "dateline"],
        ["plan-story"] = ["priority", "due"],
        ["set-embargo"] = ["until", "reason"],
        ["lift-embargo"] = ["reason"],
        ["place-hold"] = ["reason"],
        ["request-legal-review"] = ["reason"],
        [WaiveGate] = ["gate", "subject", "fingerprint", "reason"],
        ["mark-confidential"] = ["reason"],
        ["lift-confidentiality"] = ["reason"],
        [Restore] = [],
        [PublishFactCheck] =
        [
            "claim",
            "fingerprint",
            "claimant",
            "claimantKind",
            "claimUrl",
            "claimDate",
            "rating",
            "explanation",
        ],
        ["withdraw-fact-check"] = ["claim", "reason"],
        ["withdraw-quote"] = ["quote", "reason"],
        ["withdraw-claim"] = ["claim", "reason"],
        ["withdraw-approval"] = ["reason"],
        ["spike"] = ["reason"],
        ["unspike"] = ["reason"],
    };

    // Members that an empty field removes.
    private static readonly string[] Removable = ["byline", "dateline"];

    private static readonly string[] Marks = ["attribute-quote", "flag-claim", "dismiss-quotation"];

    private static readonly string[] OfPublication =
    [
        "publish",
        "correct",
        "schedule",
        "cancel-schedule",
        "withhold",
        "release",
        "retract",
        "kill",
    ];

    private static readonly string[] EvidenceMembers = ["kind", "citation", "url", "locator", "excerpt", "sha256"];

    /// <summary>Returns whether the console has a form for a command.</summary>
    public static bool Has(string command) =>
        Members.ContainsKey(command) || IsFurther(command) || MarksWords(command) || command == EditPage.Command;

    /// <summary>Returns whether the form of a command is on the page for further commands.</summary>
    public static bool IsFurther(string command) => Further.ContainsKey(command);

    /// <summary>Returns whether the form of a command is on the page of the publication.</summary>
    public static bool IsOfPublication(string command) => OfPublication.Contains(command);

    /// <summary>Returns whether a command is one of the form that marks words.</summary>
    public static bool MarksWords(string command) => Marks.Contains(command);

    /// <summary>Returns the id of a command's form; a command with a form for each subject has an id for each.</summary>
    public static string IdOf(string command, string? gate, string? subject) =>
        command switch
        {
            WaiveGate => $"{WaiveGate}-{gate}-{subject}",
            PublishFactCheck => $"{PublishFactCheck}-{subject}",
            _ => command,
        };

    /// <summary>Reads a form; null where it is not one of the console's.</summary>
    public static NamedCommand? Read(IFormCollection form)
    {
        var name = form[Command].ToString();
        var members = Members.GetValueOrDefault(name) ?? Further.GetValueOrDefault(name);
        if (members is null || !long.TryParse(form[Version], out var version))
        {
            return null;
        }

        var body = Body(form, [.. members, "as"], prefix: "");
        if (form["mustResolve"].ToString() == "true")
        {
            body["mustResolve"] = true;
        }

        if (name == "fact-check" && Evidence(form) is { } evidence)
        {
            body["evidence"] = new JsonArray(evidence);
        }

        if (name == "mark-confidential")
        {
            body[Readers] = new JsonArray([.. form[Readers].Select(reader => (JsonNode?)reader)]);
        }

        if (name == PublishFactCheck)
        {
            body[Sources] = new JsonArray([.. form[Sources].Select(PlaceOf)]);
        }

        if (name == Restore)
        {
            // What is no number is refused by the API.
            var revision = form[Revision].ToString();
            body["version"] = long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : revision;
        }

        return new NamedCommand(name, body, version);
    }

    // What is no place is refused by the API.
    private static JsonNode? PlaceOf(string? value) =>
        value?.Split('/') is [var check, var piece] && int.TryParse(check, out var version) && int.TryParse(piece, out var place)
            ? new JsonObject { ["check"] = version, ["piece"] = place }
            : value;

    // The kind always has a value; alone it is no evidence.
    private static JsonObject? Evidence(IFormCollection form) =>
        Body(form, EvidenceMembers, "evidence-") is { Count: > 1 } evidence ? evidence : null;

    // A field that is left empty is a member that is not given, except one that can be removed.
    private static JsonObject Body(IFormCollection form, IEnumerable<string> members, string prefix)
    {
        var body = new JsonObject();
        foreach (var member in members)
        {
            var value = form[prefix + member].ToString();
            if (value.Length > 0 || (Removable.Contains(member) && form.ContainsKey(member)))
            {
                body[member] = value.ReplaceLineEndings("\n");
            }
        }

        return body;
    }
}
