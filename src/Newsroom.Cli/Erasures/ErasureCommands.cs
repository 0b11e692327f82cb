using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Rendering;
using Newsroom.Client.Erasures;
using Newsroom.Client.Http;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Erasures;

/// <summary>
/// <c>newsroom erasures</c>, <c>request-erasure</c>, <c>approve-erasure</c>, <c>reject-erasure</c>: erase data on legal grounds.
/// </summary>
internal static class ErasureCommands
{
    public static IEnumerable<CliCommand> CreateAll()
    {
        yield return new CliCommand(
            "erasures",
            "List the requests for erasure.",
            [],
            context => context.ShowAsync(context.Client.Erasures.ListAsync(context.CancellationToken), WriteErasures)
        )
        {
            Details = ["Allowed roles: legal, auditor, chief-editor."],
        };

        yield return CreateRequest();

        var approved = NewErasure();
        yield return Create(
            ConfigurationCatalog.ApproveErasure,
            "Approve an erasure; it cannot be undone.",
            [approved],
            context => context.Client.Erasures.ApproveAsync(context.GetValue(approved), context.IdempotencyKey, context.CancellationToken)
        );

        var rejected = NewErasure();
        var reason = NewText("--reason", "Reason.");
        yield return Create(
            ConfigurationCatalog.RejectErasure,
            "Reject an erasure.",
            [rejected, reason],
            context =>
                context.Client.Erasures.RejectAsync(
                    context.GetValue(rejected),
                    ReadText(context, reason),
                    context.IdempotencyKey,
                    context.CancellationToken
                )
        );
    }

    private static CliCommand CreateRequest()
    {
        var kind = new Option<string>("--kind")
        {
            Required = true,
            HelpName = "kind",
            Description = "What to erase: identity (of a confidential source), evidence (of a check), person (a name).",
        };
        kind.AcceptOnly(Enum.GetValues<ErasureKind>().Select(k => k.ToKebabCase()));
        var subject = NewText("--subject", "The speaker; the event of the check, or one piece of its evidence as event/0; or the person.");
        var basis = NewText("--legal-basis", "Law that requires it, such as “GDPR Art. 17(1)(a)”.");
        var reason = NewText("--reason", "Reason.");
        return Create(
            ConfigurationCatalog.RequestErasure,
            "Request an erasure.",
            [kind, subject, basis, reason],
            context =>
            {
                var request = new ErasureRequest(
                    context.GetValue(kind)!,
                    ReadText(context, subject),
                    ReadText(context, basis),
                    ReadText(context, reason)
                );
                return context.Client.Erasures.RequestAsync(request, context.IdempotencyKey, context.CancellationToken);
            }
        );
    }

    private static CliCommand Create(
        ConfigurationCommand command,
        string summary,
        IEnumerable<Symbol> symbols,
        Func<CommandContext, Task<ApiResponse<ErasureDetails>>> sendAsync
    ) =>
        new(
            command.Name,
            summary,
            symbols,
            context => context.ShowAsync(sendAsync(context), (console, erasure) => WriteErasures(console, [erasure]))
        )
        {
            Details = [CommandHelp.AllowedRoles(command.Roles, command.Condition)],
        };

    private static Argument<Guid> NewErasure() => new("erasure") { Description = "Id of the request, as “newsroom erasures” prints it." };

    private static Option<string> NewText(string name, string description) =>
        new(name)
        {
            Required = true,
            HelpName = "text",
            Description = description,
        };

    private static string ReadText(CommandContext context, Option<string> option) => context.Input.ReadPhrase(context.GetValue(option)!);

    private static void WriteErasures(ConsoleRenderer console, IReadOnlyList<ErasureDetails> erasures)
    {
        if (erasures.Count == 0)
        {
            console.Write("No requests for erasure.");
            return;
        }

        console.WriteTable(
            ["State", "What"],
            erasures.Select(erasure =>
                new IRenderable[] { ConsoleRenderer.Cell(erasure.State), ConsoleRenderer.Cell(Describe(console, erasure)) }
            )
        );
    }

    private static string Describe(ConsoleRenderer console, ErasureDetails erasure)
    {
        var parts = erasure.Parts.Count switch
        {
            0 => "",
            1 => ", 1 part",
            var count => $", {count} parts",
        };
        var rejection = erasure.Rejection is { } reason ? $": {reason}" : "";
        var decision = erasure.DecidedBy is { } by ? $", decided by {ConsoleRenderer.PersonName(by)}{rejection}" : "";
        var requester = ConsoleRenderer.PersonName(erasure.RequestedBy);
        return $"{erasure.Id}\n{erasure.Kind} {erasure.Subject}{parts}\n{erasure.LegalBasis}: {erasure.Reason}\n"
            + $"requested by {requester} at {console.FormatTime(erasure.RequestedAt)}{decision}";
    }
}
