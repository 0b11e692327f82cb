using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Desks;

/// <summary><c>newsroom desks</c> and <c>define-desk</c>: list and define the desks.</summary>
internal static class DeskCommands
{
    public static IEnumerable<CliCommand> CreateAll() => [CreateList(), CreateDefine()];

    private static CliCommand CreateList() =>
        new(
            "desks",
            "List the desks.",
            [],
            context => context.ShowAsync(context.Client.Desks.ListAsync(context.CancellationToken), WriteDesks)
        );

    private static CliCommand CreateDefine()
    {
        var desk = new Argument<string>("desk") { Description = "Id of the desk: lower-case words joined by hyphens." };
        var name = new Option<string>("--name")
        {
            Required = true,
            HelpName = "text",
            Description = "Display name.",
        };
        var language = new Option<string>("--language")
        {
            Required = true,
            HelpName = "tag",
            Description = "Default language of its stories: a BCP 47 tag, such as en or nb.",
        };
        var zone = new Option<string>("--time-zone")
        {
            HelpName = "name",
            Description = "IANA time zone of its local times, such as Europe/Oslo; without it, none.",
        };
        var ratings = new Option<string[]>("--ratings")
        {
            HelpName = "name",
            Description =
                "Ratings of its fact checks, from the worst to the best. Without it the default applies, also where the desk had others: "
                + $"{string.Join(", ", RatingScale.Default)}.",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = ConfigurationCatalog.DefineDesk;
        return new CliCommand(
            command.Name,
            "Define a desk, or change its definition.",
            [desk, name, language, zone, ratings],
            context =>
            {
                var definition = new DefineDesk(context.Input.ReadPhrase(context.GetValue(name)!), context.GetValue(language)!)
                {
                    TimeZone = context.GetValue(zone),
                    Ratings = [.. context.GetValue(ratings) ?? []],
                };
                var request = context.Client.Desks.DefineAsync(
                    context.GetValue(desk)!,
                    definition,
                    context.IdempotencyKey,
                    context.CancellationToken
                );
                return context.ShowAsync(
                    request,
                    WriteDesk
                );
            }
        )
        {
            Details = [CommandHelp.AllowedRoles(command.Roles, command.Condition)],
        };
    }

    private static void WriteDesk(ConsoleRenderer console, Desk defined)
    {
        console.Write($"{defined.Id}: {defined.Name}, {defined.Language}{(defined.TimeZone is { } set ? $", {set}" : "")}");
        console.Write($"Ratings: {string.Join(", ", defined.Scale)}");
    }

    private static void WriteDesks(ConsoleRenderer console, IReadOnlyList<Desk> desks)
    {
        if (desks.Count == 0)
        {
            console.Write("No desks. An admin defines them with “newsroom define-desk”.");
            return;
        }

        console.WriteTable(
            ["Desk", "Language", "Time zone", "Ratings", "Name"],
            desks.Select(d =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(d.Id),
                    ConsoleRenderer.Cell(d.Language),
                    ConsoleRenderer.Cell(d.TimeZone ?? ""),
                    ConsoleRenderer.Cell(string.Join(", ", d.Scale)),
                    ConsoleRenderer.Cell(d.Name),
                }
            )
        );
    }
}
