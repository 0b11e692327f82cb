using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Runtime;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Imports;

/// <summary><c>newsroom import-history</c>: imports the posts of a git repository with their history.</summary>
internal static class ImportHistoryCommand
{
    public static CliCommand Create()
    {
        var repository = new Argument<string>("repository") { Description = "Git repository: a clone or a bare repository." };
        var desk = new Option<string>("--desk")
        {
            Required = true,
            HelpName = "desk",
            Description = "Desk of the imported stories.",
        };
        var path = new Option<string[]>("--path")
        {
            HelpName = "pattern",
            Description = "Only these files, folders or patterns of the repository (posts, \"news/**/*.md\"); repeatable.",
        };
        var branch = new Option<string?>("--branch") { HelpName = "name", Description = "Branch to import. Default: the one checked out." };
        var language = new Option<string?>("--language")
        {
            HelpName = "tag",
            Description = "Language of the stories (BCP 47). Default: the desk's.",
        };
        var report = new Option<string?>("--report")
        {
            HelpName = "file",
            Description = "File for the changes that are not imported: one JSON object a line, written as they are found.",
        };
        const string summary = "Import the posts of a git repository as stories with their history.";
        return new CliCommand(
            "import-history",
            summary,
            [repository, desk, path, branch, language, report],
            async context =>
            {
                ImportRequest NewRequest() => new(context.GetValue(desk)!, context.GetValue(language));
                var patterns = PathPatterns.Parse(context.GetValue(path) ?? []);
                using var results = ImportReport.Open(context.GetValue(report), context.Environment.Clock);
                var source = new GitRepository(context.GetValue(repository)!);
                await context.Client.Imports.ImportHistoryAsync(NewRequest().ToJson(), context.CancellationToken);
                var histories = await FileHistoryReader.ReadAsync(source, context.GetValue(branch), context.CancellationToken);
                var files = WithSlugs(patterns.Filter(histories));
                await new HistoryUploader(context, source, results, NewRequest).ImportAsync(files);
                results.Show(context);
                context.Outcome = results.IsComplete ? ExitCode.Success : ExitCode.Incomplete;
            }
        )
        {
            Details =
            [
                $"Posts are Markdown and HTML files ({PostFile.ExtensionList}). Each commit on the branch's first-parent line that changed "
                    + "a post becomes a revision with the commit's time and message. The words of a merge are attributed to their authors "
                    + "on the merged branches; co-authors are kept. A rename keeps the story, a deletion spikes it, a return unspikes it.",
                "In a pattern, * and ? match characters within one name, ** matches any folders. A file is the same story whatever "
                    + "pattern matches it, under any of its names.",
                "The whole file is kept, front matter included; the headline is its title. After an interruption, or for new commits, "
                    + "run the command again: imported changes are skipped.",
                "Exit code: 3 if changes were not imported; they are listed, and written to the file of --report.",
                "Allowed roles: admin.",
            ],
        };
    }

    private static List<ImportedFile> WithSlugs(List<FileHistory> histories)
    {
        var slugs = ImportedNames.DistinctSlugs([.. histories.Select(h => h.Changes[0].Path)]);
        return [.. histories.Select(h => new ImportedFile(h, slugs[h.Changes[0].Path]))];
    }
}
