using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Desks;
using Newsroom.Client.Http;
using Newsroom.Domain.Kernel;

namespace Newsroom.Cli.Desks;

/// <summary><c>newsroom policies</c>, <c>propose-policy</c>, <c>accept-policy</c>, <c>reject-policy</c>: manage a desk's policy.</summary>
internal static class PolicyCommands
{
    public static IEnumerable<CliCommand> CreateAll() => [CreateList(), CreatePropose(), CreateAccept(), CreateReject()];

    private static CliCommand CreateList()
    {
        var desk = NewDesk();
        return new CliCommand(
            "policies",
            "List the policies of a desk.",
            [desk],
            context =>
                context.ShowAsync(context.Client.Desks.GetPoliciesAsync(context.GetValue(desk)!, context.CancellationToken), WritePolicies)
        );
    }

    private static CliCommand CreatePropose()
    {
        var gates = new Option<string>("--gates")
        {
            Required = true,
            HelpName = "json",
            Description = "Gates with their terms as JSON; @gates.json reads a file.",
        };
        var reason = NewReason();
        var shows = new Option<bool>("--shows-confidential")
        {
            Description = "Show others that a confidential story of the desk exists, without its words.",
        };
        var logs = new Option<bool>("--logs-reads") { Description = "Record every read of a story of the desk." };
        return Create(
            ConfigurationCatalog.ProposePolicy,
            "Propose a policy for a desk.",
            [gates, reason, shows, logs],
            (context, id) =>
                context.Client.Desks.ProposePolicyAsync(
                    id,
                    ReadGates(context, gates),
                    ReadReason(context, reason),
                    context.GetValue(shows),
                    context.GetValue(logs),
                    context.IdempotencyKey,
                    context.CancellationToken
                )
        );
    }

    private static CliCommand CreateAccept()
    {
        var version = NewVersion();
        return Create(
            ConfigurationCatalog.AcceptPolicy,
            "Put a proposed policy into force.",
            [version],
            (context, id) =>
                context.Client.Desks.AcceptPolicyAsync(id, ReadVersion(context, version), context.IdempotencyKey, context.CancellationToken)
        );
    }

    private static CliCommand CreateReject()
    {
        var version = NewVersion();
        var reason = NewReason();
        return Create(
            ConfigurationCatalog.RejectPolicy,
            "Reject a proposed policy.",
            [version, reason],
            (context, id) =>
                context.Client.Desks.RejectPolicyAsync(
                    id,
                    ReadVersion(context, version),
                    ReadReason(context, reason),
                    context.IdempotencyKey,
                    context.CancellationToken
                )
        );
    }

    private static CliCommand Create(
        ConfigurationCommand command,
        string summary,
        IEnumerable<Option> options,
        Func<CommandContext, string, Task<ApiResponse<DeskPolicies>>> sendAsync
    )
    {
        var desk = NewDesk();
        return new CliCommand(
            command.Name,
            summary,
            [desk, .. options],
            context => context.ShowAsync(sendAsync(context, context.GetValue(desk)!), WritePolicies)
        )
        {
            Details = [CommandHelp.AllowedRoles(command.Roles, command.Condition)],
        };
    }

    private static Argument<string> NewDesk() => new("desk") { Description = "Id of the desk." };

    private static Option<string> NewReason() =>
        new("--reason")
        {
            Required = true,
            HelpName = "text",
            Description = "Reason, for the audit trail.",
        };

    private static Option<string> NewVersion() =>
        new("--version")
        {
            Required = true,
            HelpName = "number",
            Description = "Version of the policy, as “newsroom policies” prints it.",
        };

    private static string ReadReason(CommandContext context, Option<string> option) => context.Input.ReadPhrase(context.GetValue(option)!);

    private static int ReadVersion(CommandContext context, Option<string> option) =>
        int.TryParse(context.GetValue(option), out var version)
            ? version
            : throw new UsageException("--version takes a whole number, as “newsroom policies” prints it.");

    private static JsonNode? ReadGates(CommandContext context, Option<string> option)
    {
        try
        {
            return JsonNode.Parse(context.Input.ReadPhrase(context.GetValue(option)!));
        }
        catch (JsonException failure)
        {
            throw new UsageException(
                $"--gates is not JSON: {failure.Message} "
                    + "Example: [{\"gate\":\"claims-checked\",\"minimum\":2},{\"gate\":\"approvals\",\"minimum\":2}]"
            );
        }
    }

    private static void WritePolicies(ConsoleRenderer console, DeskPolicies policies)
    {
        var title =
            policies.InForce.Version == 0
                ? $"{policies.Desk}: no policy accepted yet; the default policy is in force:"
                : $"{policies.Desk}: version {policies.InForce.Version} is in force:";
        console.Write(title, Styles.Heading);
        WriteGates(console, policies.InForce.Gates);
        WriteReading(console, policies.InForce.ShowsConfidential, policies.InForce.LogsReads);
        console.WriteIndented($"always: {string.Join(", ", policies.Always)}", Styles.Muted);
        foreach (var version in policies.Versions)
        {
            var proposer = ConsoleRenderer.PersonName(version.ProposedBy);
            console.Write($"Version {version.Version}, {version.State}: {version.Reason} (proposed by {proposer})");
            if (version.State == "proposed")
            {
                WriteGates(console, version.Gates);
                WriteReading(console, version.ShowsConfidential, version.LogsReads);
            }
        }
    }

    private static void WriteGates(ConsoleRenderer console, IReadOnlyList<GateTerms> gates)
    {
        foreach (var gate in gates)
        {
            console.WriteIndented(Describe(gate));
        }
    }

    private static void WriteReading(ConsoleRenderer console, bool? showsConfidential, bool? logsReads)
    {
        if (showsConfidential == true)
        {
            console.WriteIndented("others see that a confidential story exists");
        }

        if (logsReads == true)
        {
            console.WriteIndented("every read of a story is recorded");
        }
    }

    private static string Describe(GateTerms gate)
    {
        IEnumerable<string?> terms =
        [
            gate.Minimum is { } minimum ? $"at least {minimum}" : null,
            gate.FewestWords is { } words ? $"from {words} words on" : null,
            .. gate.Roles.Select(r => $"{r.Minimum} as {r.Role}"),
            gate.Waivable ? "a chief-editor can waive it" : null,
        ];
        var description = string.Join(", ", terms.OfType<string>());
        return description.Length > 0 ? $"{gate.Gate}: {description}" : gate.Gate;
    }
}
