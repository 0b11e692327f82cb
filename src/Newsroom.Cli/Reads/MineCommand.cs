using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Stories;
using Newsroom.Client.Stories;
using Newsroom.Client.Worklists;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Work;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom mine</c>: lists the work that waits for the caller.</summary>
internal static class MineCommand
{
    private const int MaxWords = 300;

    public static CliCommand Create()
    {
        var kind = new Option<string?>("--kind") { HelpName = "kind", Description = "Only work of this kind." };
        kind.AcceptOnly(Enum.GetValues<WorkKind>().Select(k => k.ToKebabCase()));
        var role = new Option<string?>("--role") { HelpName = "role", Description = "Only work that waits for you in this role." };
        role.AcceptOnly(Enum.GetValues<Role>().Select(r => r.ToKebabCase()));
        var desk = new Option<string?>("--desk") { HelpName = "id", Description = "Only work on stories and policies of this desk." };
        var story = new Option<string?>("--story") { HelpName = "story", Description = "Only work on this story, by its id or slug." };
        var paging = new PagingOptions();
        return new CliCommand(
            "mine",
            "List the work that waits for you, with the command that settles it.",
            [kind, role, desk, story, .. paging.All],
            context =>
            {
                var query = new WorkQuery(
                    context.GetValue(kind),
                    context.GetValue(role),
                    context.GetValue(desk),
                    context.GetValue(story) is { } name ? context.FindStory(name) : (StoryKey?)null
                );
                return context.ShowAsync(
                    context.Client.Worklists.GetMyWorkAsync(query, paging.Read(context), context.CancellationToken),
                    WriteWork
                );
            }
        )
        {
            Details = ["Ordered by priority, then oldest first. Policies and erasures to decide come first."],
        };
    }

    private static void WriteWork(ConsoleRenderer console, IReadOnlyList<WorkItem> items)
    {
        if (items.Count == 0)
        {
            console.Write("No work waits for you.");
            return;
        }

        console.WriteTable(
            ["Waiting", "Work", "Story"],
            items.Select(item =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(console.FormatAge(item.Since)),
                    ConsoleRenderer.Cell(Kind(item)),
                    ConsoleRenderer.Cell(string.Join('\n', Lines(console, item).Where(line => line.Length > 0))),
                }
            )
        );
    }

    private static string Kind(WorkItem item)
    {
        var priority = item.Story is { Priority: not "normal" } story ? $"\n{story.Priority}" : "";
        return $"{item.Kind}{(item.Count > 1 ? $" ({item.Count})" : "")}{priority}";
    }

    private static IEnumerable<string> Lines(ConsoleRenderer console, WorkItem item)
    {
        yield return item.Story is { } story ? $"{story.Slug} {item.Subject}" : item.Subject;
        if (item.Story?.Due is { } due)
        {
            yield return $"due {console.FormatTime(due)}";
        }

        yield return item.Words is { Length: > MaxWords } words ? $"{words[..MaxWords]}…" : item.Words ?? item.Story?.Headline ?? "";
        if (item.Checking is { } claim)
        {
            yield return $"{ConsoleRenderer.PersonName(claim.By)} is checking it until {console.FormatTime(claim.Until)}";
        }

        if (item.Covers is { IsAll: false, Own.Count: var own })
        {
            yield return $"your approval leaves {own} {(own == 1 ? "passage" : "passages")} that you touched";
        }

        yield return $"→ newsroom {Command(item)}";
    }

    /// <summary>Returns the command line, with the names of the members that the person has to give.</summary>
    private static string Command(WorkItem item)
    {
        var subject = item.Story?.Slug ?? item.Path.Split('/')[2];
        var given = item
            .Body.Where(member => member.Key is "passage" or "note" or "hold" or "quote" or "version" or "as" or "fingerprint")
            .Select(member => (Name: $"--{member.Key}", Value: Value(member.Key, $"{member.Value}")))
            .ToList();
        var command = CommandCatalog.All.FirstOrDefault(known => known.Name == item.Command);
        var missing = command is null ? [] : StoryCliCommand.RequiredOptions(command, [.. given.Select(option => option.Name)]);
        return string.Join(' ', [item.Command, subject, .. given.Select(option => $"{option.Name} {option.Value}"), .. missing]);
    }

    private static string Value(string member, string value) => member == "fingerprint" ? ConsoleRenderer.ShortFingerprint(value) : value;
}
