using System.CommandLine;
using Newsroom.Cli.Asking;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Cli.Histories;

/// <summary><c>newsroom import-history</c>: the posts of a git repository become stories, each with its history.</summary>
internal static class ImportHistory
{
    /// <summary>Returns the verb.</summary>
    public static Verb Verb()
    {
        var repository = new Argument<string>("repository") { Description = "The git repository: a clone, or a bare one." };
        var desk = new Option<string>("--desk") { Required = true, HelpName = "desk", Description = "The desk the stories go to." };
        var path = new Option<string[]>("--path") { HelpName = "pattern", Description = "Only files, folders or patterns of the repository (posts, \"news/**/*.md\"); may be given several times." };
        var branch = new Option<string?>("--branch") { HelpName = "name", Description = "The branch whose history it is; otherwise the one checked out." };
        var language = new Option<string?>("--language") { HelpName = "tag", Description = "BCP 47; the desk's when not given." };
        var report = new Option<string?>("--report") { HelpName = "file", Description = "A file for the changes that were not kept, written as they are found: one JSON object a line." };
        return new Verb("import-history", "Turn the posts of a git repository into stories, each with its history.", [repository, desk, path, branch, language, report], async run =>
        {
            var request = new ImportRequest(run.Of(desk)!, run.Of(language));
            var patterns = PathPatterns.Read(run.Of(path) ?? []);
            using var told = ImportReport.Open(run.Of(report));
            var source = new GitRepository(run.Of(repository)!);
            await run.Server.Post("stories/import-history", request.Body(), basedOn: null, idempotencyKey: null, run.Cancel);
            var files = Named(patterns.Choose((await FileHistories.Read(source, run.Of(branch), run.Cancel)).All));
            await new Import(run, source, told, () => new ImportRequest(run.Of(desk)!, run.Of(language))).Bring(files);
            told.Show(run);
            run.Outcome = told.IsComplete ? CommandLine.Done : CommandLine.Incomplete;
        })
        {
            Details =
            [
                $"Posts are files of Markdown and HTML ({PostFile.Named}). Each commit on the branch's own line (first parents) that changed one is a revision at its time, with its message. The words of a merge are by who wrote them on the branches merged, word by word; co-authors count. A rename follows the story, a deletion spikes it, a return unspikes it.",
                "In a pattern, * and ? stand for characters of one name and ** for any folders. A file is the same story whatever patterns name it, under any of its names.",
                "The file is kept whole, front matter included; the headline is its title. Run it again after an interruption, or when there is more: what was brought in is passed over.",
                "The exit code is 3 where some changes were not kept: they are named, and listed in the file that --report names. Given by admin.",
            ],
        };
    }

    private static List<ImportedFile> Named(List<FileSteps> files)
    {
        var slugs = Importing.DistinctSlugs([.. files.Select(f => f.Steps[0].Path)]);
        return [.. files.Select(f => new ImportedFile(f, slugs[f.Steps[0].Path]))];
    }
}
