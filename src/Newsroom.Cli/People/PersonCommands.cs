using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Rendering;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.People;

/// <summary><c>newsroom people</c> and <c>describe-person</c>: list and describe the people who work here.</summary>
internal static class PersonCommands
{
    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>().ToDictionary(r => r.ToKebabCase());

    public static IEnumerable<CliCommand> CreateAll() => [CreateList(), CreateDescribe()];

    private static CliCommand CreateList() =>
        new(
            "people",
            "List the people who work here.",
            [],
            context => context.ShowAsync(context.Client.People.ListAsync(context.CancellationToken), WritePeople)
        );

    private static CliCommand CreateDescribe()
    {
        var person = new Argument<string>("person") { Description = "User name, or identity as user@issuer." };
        var name = new Option<string>("--name")
        {
            Required = true,
            HelpName = "text",
            Description = "Name that colleagues see.",
        };
        var roles = new Option<string[]>("--role")
        {
            Required = true,
            HelpName = "role",
            AllowMultipleArgumentsPerToken = true,
            Description = "Role of the person, for display; repeatable. The person's token decides what is allowed.",
        };
        roles.AcceptOnly(Roles.Keys);
        var command = ConfigurationCatalog.DescribePerson;
        return new CliCommand(
            command.Name,
            "Set the name and the roles of a person.",
            [person, name, roles],
            context =>
            {
                var description = new DescribePerson(
                    context.Input.ReadPhrase(context.GetValue(name)!),
                    [.. context.GetValue(roles)!.Select(role => Roles[role])]
                );
                var request = context.Client.People.DescribeAsync(
                    context.GetValue(person)!,
                    description,
                    context.IdempotencyKey,
                    context.CancellationToken
                );
                return context.ShowAsync(request, (console, described) => console.Write($"{described.Id}: {described.Name}"));
            }
        )
        {
            Details = [CommandHelp.AllowedRoles(command.Roles, command.Condition)],
        };
    }

    private static void WritePeople(ConsoleRenderer console, IReadOnlyList<Person> people)
    {
        if (people.Count == 0)
        {
            console.Write("No people. An admin describes them with “newsroom describe-person”.");
            return;
        }

        console.WriteTable(
            ["Person", "Name", "Roles"],
            people.Select(p =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(ConsoleRenderer.PersonName(p.Id)),
                    ConsoleRenderer.Cell(p.Name),
                    ConsoleRenderer.Cell(string.Join(", ", p.Roles.Select(r => r.ToKebabCase()))),
                }
            )
        );
    }
}
