using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;

namespace Newsroom.Cli.Stories;

/// <summary><c>newsroom policies</c>, <c>propose-policy</c>, <c>accept-policy</c>, <c>reject-policy</c>: what a desk's gates ask for.</summary>
internal static class Policies
{
    /// <summary>The verbs.</summary>
    public static IEnumerable<Verb> Verbs()
    {
        var desk = Desk();
        yield return new Verb("policies", "What a desk's gates ask for, and every policy it was offered.", [desk], run =>
            run.Read<PoliciesPage>($"desks/{Uri.EscapeDataString(run.Of(desk)!)}/policies", Page));

        var gates = new Option<string>("--gates") { Required = true, HelpName = "json", Description = "The gates and their terms as JSON; @gates.json reads a file." };
        yield return Posting(ConfigurationCatalog.ProposePolicy, "Propose what a desk's gates shall ask for.", gates, Reason(), (run, given) => ("gates", Json(run.Input.Phrase(given))));
        yield return Posting(ConfigurationCatalog.AcceptPolicy, "Put a proposed policy in force.", Version(), null, Number);
        yield return Posting(ConfigurationCatalog.RejectPolicy, "Turn a proposed policy down.", Version(), Reason(), Number);
    }

    private static Verb Posting(ConfigurationCommand command, string summary, Option<string> subject, Option<string>? reason, Func<Run, string, (string, JsonNode?)> read)
    {
        var desk = Desk();
        return new Verb(command.Name, summary, [desk, subject, .. reason is null ? [] : new Symbol[] { reason }], async run =>
        {
            var (name, value) = read(run, run.Of(subject)!);
            var body = new JsonObject { [name] = value };
            if (reason is not null)
            {
                body["reason"] = run.Input.Phrase(run.Of(reason)!);
            }

            var answer = await run.Server.Post($"desks/{Uri.EscapeDataString(run.Of(desk)!)}/{command.Name}", body, basedOn: null, run.IdempotencyKey, run.Cancel);
            run.Show<PoliciesPage>(answer, Page);
        })
        {
            Details = [$"Given by {string.Join(", ", command.Roles.Select(r => r.ToKebabCase()))}{(command.Condition.Length > 0 ? $" ({command.Condition})" : "")}."],
        };
    }

    private static Argument<string> Desk() => new("desk") { Description = "The desk's id." };

    private static Option<string> Reason() => new("--reason") { Required = true, HelpName = "text", Description = "Why." };

    private static Option<string> Version() => new("--version") { Required = true, HelpName = "number", Description = "Which policy, as “newsroom policies” numbers them." };

    private static (string, JsonNode?) Number(Run run, string given) =>
        ("version", int.TryParse(given, out var version) ? version : throw new LocalProblem("--version takes a whole number, as “newsroom policies” prints it."));

    private static JsonNode? Json(string given)
    {
        try
        {
            return JsonNode.Parse(given);
        }
        catch (JsonException mistake)
        {
            throw new LocalProblem($"--gates is no JSON: {mistake.Message} It looks like [{{\"gate\":\"claims-checked\",\"minimum\":2}},{{\"gate\":\"approvals\",\"minimum\":2}}].");
        }
    }

    private static void Page(Screen screen, PoliciesPage page)
    {
        screen.Say(page.InForce.Version == 0 ? $"{page.Desk}: no policy accepted yet; what holds until then:" : $"{page.Desk}: version {page.InForce.Version} is in force:", Styles.Title);
        foreach (var gate in page.InForce.Gates)
        {
            screen.SayInside(gate.Told());
        }

        screen.SayInside($"always: {string.Join(", ", page.Always)}", Styles.Aside);
        foreach (var version in page.Versions)
        {
            screen.Say($"Version {version.Version}, {version.State}: {version.Reason} (proposed by {version.ProposedBy.Split('@')[0]})");
            if (version.State == "proposed")
            {
                foreach (var gate in version.Gates)
                {
                    screen.SayInside(gate.Told());
                }
            }
        }
    }
}

/// <summary>A desk's policies.</summary>
internal sealed record PoliciesPage(string Desk, PolicyLine InForce, IReadOnlyList<string> Always, IReadOnlyList<PolicyVersionLine> Versions);

/// <summary>A policy.</summary>
internal sealed record PolicyLine(int Version, IReadOnlyList<TermsLine> Gates);

/// <summary>A policy somebody proposed.</summary>
internal sealed record PolicyVersionLine(int Version, string State, string Reason, string ProposedBy, IReadOnlyList<TermsLine> Gates);

/// <summary>What a gate asks for.</summary>
internal sealed record TermsLine(string Gate, int? Minimum, int? FewestWords, IReadOnlyList<RoleLine> Roles, bool Waivable)
{
    /// <summary>The terms in a line.</summary>
    public string Told()
    {
        IEnumerable<string?> told =
        [
            Minimum is { } minimum ? $"at least {minimum}" : null,
            FewestWords is { } words ? $"from {words} words on" : null,
            .. Roles.Select(r => $"{r.Minimum} as {r.Role}"),
            Waivable ? "a chief-editor can waive it" : null,
        ];
        return string.Join(", ", told.OfType<string>()) is { Length: > 0 } terms ? $"{Gate}: {terms}" : Gate;
    }
}

/// <summary>How many must act in a role.</summary>
internal sealed record RoleLine(string Role, int Minimum);
