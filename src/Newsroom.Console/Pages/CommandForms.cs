using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Stories;

namespace Newsroom.Console.Pages;

/// <summary>The commands that the console has forms for, and the bodies that their fields make. Rules are the API's.</summary>
internal static class CommandForms
{
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
        ["withdraw-quote"] = ["quote", "reason"],
        ["withdraw-claim"] = ["claim", "reason"],
        ["withdraw-approval"] = ["reason"],
        ["spike"] = ["reason"],
        ["unspike"] = ["reason"],
    };

    // Members that an empty field removes.
    private static readonly string[] Removable = ["byline", "dateline"];

    // The editor, and the form that marks words.
    private static readonly string[] Others = [EditPage.Command, "attribute-quote", "flag-claim", "dismiss-quotation"];

    private static readonly string[] EvidenceMembers = ["kind", "citation", "url", "locator", "excerpt", "sha256"];

    /// <summary>Returns whether the console has a form for a command.</summary>
    public static bool Has(string command) => Members.ContainsKey(command) || IsFurther(command) || Others.Contains(command);

    /// <summary>Returns whether the form of a command is on the page for further commands.</summary>
    public static bool IsFurther(string command) => Further.ContainsKey(command);

    /// <summary>Returns the id of the form for an exception to a gate.</summary>
    public static string IdOfWaiver(string gate, string subject) => $"{WaiveGate}-{gate}-{subject}";

    /// <summary>Reads a form; null where it is not one of the console's.</summary>
    public static NamedCommand? Read(IFormCollection form)
    {
        var name = form[Command].ToString();
        if (!(Members.TryGetValue(name, out var members) || Further.TryGetValue(name, out members)) || !long.TryParse(form[Version], out var version))
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

        if (name == Restore)
        {
            // What is no number is refused by the API.
            var revision = form[Revision].ToString();
            body["version"] = long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : revision;
        }

        return new NamedCommand(name, body, version);
    }

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
