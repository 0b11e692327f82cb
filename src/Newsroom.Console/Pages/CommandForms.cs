using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Stories;

namespace Newsroom.Console.Pages;

/// <summary>The commands that the console has forms for, and the bodies that their fields make. Rules are the API's.</summary>
internal static class CommandForms
{
    /// <summary>The field with the command.</summary>
    public const string Command = "command";

    /// <summary>The field with the version that the page showed.</summary>
    public const string Version = "version";

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

    // The editor, and the form that marks words.
    private static readonly string[] Others = [EditPage.Command, "attribute-quote", "flag-claim", "dismiss-quotation"];

    private static readonly string[] EvidenceMembers = ["kind", "citation", "url", "locator", "excerpt", "sha256"];

    /// <summary>Returns whether the console has a form for a command.</summary>
    public static bool Has(string command) => Members.ContainsKey(command) || Others.Contains(command);

    /// <summary>Reads a form; null where it is not one of the console's.</summary>
    public static NamedCommand? Read(IFormCollection form)
    {
        var name = form[Command].ToString();
        if (!Members.TryGetValue(name, out var members) || !long.TryParse(form[Version], out var version))
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

        return new NamedCommand(name, body, version);
    }

    // The kind always has a value; alone it is no evidence.
    private static JsonObject? Evidence(IFormCollection form) =>
        Body(form, EvidenceMembers, "evidence-") is { Count: > 1 } evidence ? evidence : null;

    // A field that is left empty is a member that is not given.
    private static JsonObject Body(IFormCollection form, IEnumerable<string> members, string prefix)
    {
        var body = new JsonObject();
        foreach (var member in members)
        {
            if (form[prefix + member].ToString() is { Length: > 0 } value)
            {
                body[member] = value.ReplaceLineEndings("\n");
            }
        }

        return body;
    }
}
