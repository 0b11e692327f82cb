using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Configuration;
using Newsroom.Console.Pages;

namespace Newsroom.Console.Settings;

/// <summary>The commands on desks, people, speakers and policies that the console has forms for. Rules are the API's.</summary>
internal static class SettingsForms
{
    public const string DefineDesk = "define-desk";
    public const string DescribePerson = "describe-person";
    public const string RegisterSpeaker = "register-speaker";
    public const string SealIdentity = "seal-identity";
    public const string RevealIdentity = "reveal-identity";
    public const string ProposePolicy = "propose-policy";
    public const string AcceptPolicy = "accept-policy";
    public const string RejectPolicy = "reject-policy";

    /// <summary>The field with the desk, person or speaker.</summary>
    public const string Target = "target";

    /// <summary>The field of a button that asks what a command would do.</summary>
    public const string Preview = "preview";

    private static readonly string[] All =
    [
        DefineDesk,
        DescribePerson,
        RegisterSpeaker,
        SealIdentity,
        RevealIdentity,
        ProposePolicy,
        AcceptPolicy,
        RejectPolicy,
    ];

    /// <summary>Returns whether the console has a form for a command.</summary>
    public static bool Has(string command) => All.Contains(command);

    /// <summary>Reads a form; null where it is not one of the console's.</summary>
    public static NamedConfiguration? Read(IFormCollection form)
    {
        var (name, target) = (form[CommandForms.Command].ToString(), form[Target].ToString());
        return name switch
        {
            DefineDesk when target.Length > 0 => Of(name, target, DeskOf(form)),
            DescribePerson when target.Length > 0 => Of(name, target, PersonOf(form)),
            RegisterSpeaker => Of(name, "", Texts(form, "name", "id", "description", "identity")),
            SealIdentity when target.Length > 0 => Of(name, target, Texts(form, "identity")),
            RevealIdentity when target.Length > 0 => Of(name, target, Texts(form, "reason")),
            ProposePolicy when target.Length > 0 => Of(name, target, PolicyTerms.Read(form)),
            AcceptPolicy when target.Length > 0 => Of(name, target, Version(form, new JsonObject())),
            RejectPolicy when target.Length > 0 => Of(name, target, Version(form, Texts(form, "reason"))),
            _ => null,
        };
    }

    /// <summary>Returns a command with its address.</summary>
    /// <param name="name">The command.</param>
    /// <param name="target">The desk, person or speaker.</param>
    /// <param name="body">The body.</param>
    public static NamedConfiguration Of(string name, string target, JsonObject body)
    {
        var id = Uri.EscapeDataString(target);
        return name switch
        {
            DefineDesk => new($"desks/{id}", body) { IsDefinition = true },
            DescribePerson => new($"people/{id}", body) { IsDefinition = true },
            RegisterSpeaker => new($"speakers/{name}", body),
            SealIdentity or RevealIdentity => new($"speakers/{id}/{name}", body),
            _ => new($"desks/{id}/{name}", body),
        };
    }

    /// <summary>Returns the number in a field; its text where it is none, which the API refuses in its words.</summary>
    public static JsonNode NumberOf(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : value;

    private static JsonObject DeskOf(IFormCollection form)
    {
        var body = Texts(form, "name", "language", "timeZone");
        var ratings = form["ratings"].ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (ratings.Length > 0)
        {
            body["ratings"] = Strings(ratings);
        }

        return body;
    }

    private static JsonObject PersonOf(IFormCollection form)
    {
        var body = Texts(form, "name");
        body["roles"] = Strings(form["roles"].OfType<string>());
        return body;
    }

    private static JsonObject Version(IFormCollection form, JsonObject body)
    {
        body["version"] = NumberOf(form[CommandForms.Version].ToString());
        return body;
    }

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode?)value)]);

    private static JsonObject Texts(IFormCollection form, params string[] members)
    {
        var body = new JsonObject();
        foreach (var member in members.Where(member => form[member].ToString().Length > 0))
        {
            body[member] = form[member].ToString().ReplaceLineEndings("\n");
        }

        return body;
    }
}
