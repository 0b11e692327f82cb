using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Configuration;
using Newsroom.Console.Pages;
using Newsroom.Console.Settings;

namespace Newsroom.Console.Subscribers;

/// <summary>The commands on subscribers that the console has forms for. Rules are the API's.</summary>
internal static class SubscriberForms
{
    public const string Register = "register-subscriber";
    public const string Change = "change-subscriber";
    public const string Pause = "pause-subscriber";
    public const string Resume = "resume-subscriber";
    public const string Rotate = "rotate-secret";
    public const string Redeliver = "redeliver";
    public const string Remove = "remove-subscriber";

    private static readonly char[] Separators = [',', ' ', '\n', '\t'];

    private static readonly string[] All = [Register, Change, Pause, Resume, Rotate, Redeliver, Remove];

    /// <summary>Returns whether the console has a form for a command.</summary>
    public static bool Has(string command) => All.Contains(command);

    /// <summary>Reads a form; null where it is not one of these.</summary>
    /// <param name="subscriber">The subscriber; empty for a new one.</param>
    /// <param name="form">The form.</param>
    public static NamedConfiguration? Read(string subscriber, IFormCollection form)
    {
        var name = form[CommandForms.Command].ToString();
        return name switch
        {
            Register when subscriber.Length == 0 => Of(name, subscriber, Definition(form, "id", "name", "url", "format")),
            Change when subscriber.Length > 0 => Of(name, subscriber, Definition(form, "name", "url", "format")),
            Pause when subscriber.Length > 0 => Of(name, subscriber, new JsonObject { ["reason"] = form["reason"].ToString() }),
            Rotate when subscriber.Length > 0 => Of(name, subscriber, Overlap(form["overlapHours"].ToString())),
            Redeliver when subscriber.Length > 0 => Of(name, subscriber, new JsonObject { ["delivery"] = form["delivery"].ToString() }),
            Resume or Remove when subscriber.Length > 0 => Of(name, subscriber, new JsonObject()),
            _ => null,
        };
    }

    /// <summary>Returns a command with its address.</summary>
    public static NamedConfiguration Of(string name, string subscriber, JsonObject body) =>
        new(subscriber.Length == 0 ? $"subscribers/{name}" : $"subscribers/{Uri.EscapeDataString(subscriber)}/{name}", body);

    // Lists are always sent: one that is empty stands for all.
    private static JsonObject Definition(IFormCollection form, params string[] members)
    {
        var body = new JsonObject();
        foreach (var member in members.Where(member => form[member].ToString().Length > 0))
        {
            body[member] = form[member].ToString();
        }

        body["desks"] = Strings(form["desks"].OfType<string>());
        body["kinds"] = Strings(form["kinds"].OfType<string>());
        body["languages"] = Strings(form["languages"].ToString().Split(Separators, StringSplitOptions.RemoveEmptyEntries));
        return body;
    }

    private static JsonObject Overlap(string hours) =>
        hours.Length == 0 ? new JsonObject() : new JsonObject { ["overlapHours"] = SettingsForms.NumberOf(hours) };

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode?)value)]);
}
