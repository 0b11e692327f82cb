using System.CommandLine;
using System.Text.Json.Nodes;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Ledgers;

/// <summary><c>newsroom erasures</c>, <c>request-erasure</c>, <c>approve-erasure</c>, <c>reject-erasure</c>: what the law asks to be forgotten.</summary>
internal static class Erasures
{
    /// <summary>The verbs.</summary>
    public static IEnumerable<Verb> Verbs()
    {
        yield return new Verb("erasures", "What was asked to be forgotten, and what became of it.", [], run => run.Read<IReadOnlyList<ErasureLine>>("erasures", Lines))
        {
            Details = ["For legal, auditor, chief-editor."],
        };

        var kind = new Option<string>("--kind") { Required = true, HelpName = "kind", Description = "What sort of thing: identity (of a confidential source), evidence (of a check), person (a name)." };
        kind.OneOf(Enum.GetValues<ErasureKind>().Select(k => k.ToKebabCase()));
        var subject = Text("--subject", "Which: the speaker; the event of the check, or one piece of its evidence as event/0; the person.");
        var basis = Text("--legal-basis", "The law that asks for it, such as “GDPR Art. 17(1)(a)”.");
        var reason = Text("--reason", "Why.");
        yield return Posting(ConfigurationCatalog.RequestErasure, "Ask for something to be forgotten.", [kind, subject, basis, reason], _ => "erasures/request-erasure", run => new JsonObject
        {
            ["kind"] = run.Of(kind),
            ["subject"] = run.Input.Phrase(run.Of(subject)!),
            ["legalBasis"] = run.Input.Phrase(run.Of(basis)!),
            ["reason"] = run.Input.Phrase(run.Of(reason)!),
        });

        var erasure = new Argument<Guid>("erasure") { Description = "The request's id, as “newsroom erasures” prints it." };
        yield return Posting(ConfigurationCatalog.ApproveErasure, "Have it forgotten, now and for ever.", [erasure], run => $"erasures/{run.Of(erasure)}/approve-erasure", _ => []);

        var why = Text("--reason", "Why it is not erased.");
        yield return Posting(ConfigurationCatalog.RejectErasure, "Do not have it forgotten.", [erasure, why], run => $"erasures/{run.Of(erasure)}/reject-erasure", run => new JsonObject { ["reason"] = run.Input.Phrase(run.Of(why)!) });
    }

    private static Option<string> Text(string name, string description) => new(name) { Required = true, HelpName = "text", Description = description };

    private static Verb Posting(ConfigurationCommand command, string summary, IEnumerable<Symbol> takes, Func<Run, string> path, Func<Run, JsonObject> body) =>
        new(command.Name, summary, takes, async run => run.Show<ErasureLine>(await run.Server.Post(path(run), body(run), basedOn: null, run.IdempotencyKey, run.Cancel), (screen, line) => Lines(screen, [line])))
        {
            Details = [$"Given by {string.Join(", ", command.Roles.Select(r => r.ToKebabCase()))}{(command.Condition.Length > 0 ? $" ({command.Condition})" : "")}."],
        };

    private static void Lines(Screen screen, IReadOnlyList<ErasureLine> lines)
    {
        if (lines.Count == 0)
        {
            screen.Say("Nothing was asked to be forgotten.");
            return;
        }

        screen.Table(["State", "What"], lines.Select(line => new IRenderable[]
        {
            Screen.Words(line.State),
            Screen.Words($"{line.Id}\n{line.Kind} {line.Subject}{(line.Parts.Count > 0 ? $", {line.Parts.Count} {(line.Parts.Count == 1 ? "part" : "parts")}" : "")}\n{line.LegalBasis}: {line.Reason}\nrequested by {Screen.Person(line.RequestedBy)} at {screen.Time(line.RequestedAt)}{(line.DecidedBy is { } by ? $", decided by {Screen.Person(by)}{(line.Rejection is { } no ? $": {no}" : "")}" : "")}"),
        }));
    }
}

/// <summary>A request to forget something.</summary>
internal sealed record ErasureLine(Guid Id, string Kind, string Subject, string LegalBasis, string Reason, string State, string RequestedBy, DateTimeOffset RequestedAt, IReadOnlyList<ErasedPartLine> Parts, string? DecidedBy = null, string? Rejection = null);

/// <summary>A part of an event that was erased.</summary>
internal sealed record ErasedPartLine(Guid Event, string Path);
