using System.CommandLine;
using System.Text.Json.Nodes;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Reads;
using Newsroom.Domain.Kernel;

namespace Newsroom.Cli.Stories;

/// <summary><c>newsroom seal-identity</c> and <c>reveal-identity</c>: who a confidential source really is.</summary>
internal static class Identities
{
    /// <summary>The verbs.</summary>
    public static IEnumerable<Verb> Verbs()
    {
        var speaker = new Argument<string>("speaker") { Description = "The speaker's id." };
        var identity = new Option<string>("--identity") { Required = true, HelpName = "text", Description = "Who it is, and how to reach them. @file reads a file, which no shell remembers." };
        yield return Posting<SpeakerLine>(ConfigurationCatalog.SealIdentity, "Seal who a confidential source really is.", speaker, identity, (run, speakerLine) => run.Screen.Say($"Sealed who {speakerLine.Id} is. Readers know: {speakerLine.Name}."));

        var reason = new Option<string>("--reason") { Required = true, HelpName = "text", Description = "Why you have to know; it stays on the record." };
        yield return Posting<IdentityLine>(ConfigurationCatalog.RevealIdentity, "Be told who a confidential source really is.", speaker, reason, (run, told) => run.Screen.Say(told.Identity));
    }

    private static Verb Posting<T>(ConfigurationCommand command, string summary, Argument<string> speaker, Option<string> member, Action<Run, T> show) =>
        new(command.Name, summary, [speaker, member], async run =>
        {
            var body = new JsonObject { [member.Name.TrimStart('-')] = run.Input.Phrase(run.Of(member)!) };
            run.Show<T>(await run.Server.Post($"speakers/{Uri.EscapeDataString(run.Of(speaker)!)}/{command.Name}", body, basedOn: null, run.IdempotencyKey, run.Cancel), (_, answer) => show(run, answer));
        })
        {
            Details = [$"Given by {string.Join(", ", command.Roles.Select(r => r.ToKebabCase()))}."],
        };
}

/// <summary>Who a confidential source really is.</summary>
internal sealed record IdentityLine(string Speaker, string Identity);
