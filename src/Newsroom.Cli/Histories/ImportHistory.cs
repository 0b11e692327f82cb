using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Domain.Articles;

namespace Newsroom.Cli.Histories;

/// <summary><c>newsroom import-history</c>: the posts of a git repository become stories, each with its history.</summary>
internal static class ImportHistory
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var repository = new Argument<string>("repository") { Description = "The git repository: a clone, or a bare one." };
        var desk = new Option<string>("--desk") { Required = true, HelpName = "desk", Description = "The desk the stories go to." };
        var path = new Option<string?>("--path") { HelpName = "folder", Description = "Only what lies in this folder of the repository." };
        var branch = new Option<string?>("--branch") { HelpName = "name", Description = "The branch whose history it is; otherwise the one checked out." };
        var language = new Option<string?>("--language") { HelpName = "tag", Description = "BCP 47; the desk's when not given." };
        return new Verb("import-history", "Turn the posts of a git repository into stories, each with its history.", [repository, desk, path, branch, language], async run =>
        {
            var source = new GitRepository(run.Of(repository)!);
            var histories = new FileHistories();
            await foreach (var commit in source.Commits(run.Of(branch), run.Of(path), run.Cancel))
            {
                histories.Take(commit);
            }

            var report = new ImportReport();
            await run.Aside.Progress("Bringing in", "changes", async (total, done) =>
            {
                total(histories.All.Sum(f => f.Steps.Count));
                using var blobs = source.OpenBlobs();
                var request = new ImportRequest(run.Of(desk)!, run.Of(language));
                foreach (var file in histories.All)
                {
                    foreach (var step in file.Steps)
                    {
                        if (await Text(blobs, file, step, report, run.Cancel) is var (isText, text) && isText)
                        {
                            request.Add(file, step, text);
                        }

                        if (request.IsFull)
                        {
                            await Send(run, request, report, done);
                        }
                    }
                }

                await Send(run, request, report, done);
            });
            report.Show(run);
        })
        {
            Details =
            [
                "Posts are files of Markdown and HTML. Each commit on the branch's own line (first parents) that changed one is a revision by its author, with its time and message; a rename follows the story, a deletion spikes it, a return unspikes it.",
                "The file is kept whole, front matter included; the headline is its title. Run it again after an interruption, or when there is more: what was brought in is passed over.",
                "Given by admin.",
            ],
        };
    }

    private static async Task<(bool IsText, string? Text)> Text(GitBlobs blobs, FileSteps file, FileStep step, ImportReport report, CancellationToken cancel)
    {
        if (step.Blob is null)
        {
            return (true, null);
        }

        var bytes = await blobs.Read(step.Blob, cancel);
        if (bytes.Length > TextRules.MaxBytes)
        {
            report.NotKept(file, new NotKeptLine(step.Commit.Id, step.Path, "text-too-long", string.Create(CultureInfo.InvariantCulture, $"It is {bytes.Length:N0} bytes long; at most {TextRules.MaxBytes:N0} bytes of UTF-8 are kept.")));
            return (false, null);
        }

        try
        {
            return (true, Strict.GetString(bytes));
        }
        catch (DecoderFallbackException wrong)
        {
            report.NotKept(file, new NotKeptLine(step.Commit.Id, step.Path, "not-utf-8", string.Create(CultureInfo.InvariantCulture, $"It is not UTF-8: byte 0x{wrong.BytesUnknown?[0]:X2} at offset {wrong.Index}.")));
            return (false, null);
        }
    }

    private static async Task Send(Run run, ImportRequest request, ImportReport report, Action<long> done)
    {
        if (request.IsEmpty)
        {
            return;
        }

        var answer = await run.Server.Post("stories/import-history", request.Body(), basedOn: null, idempotencyKey: null, run.Cancel);
        report.Take(Run.As<ImportedLines>(answer));
        done(request.Changes);
        request.Clear();
    }
}

/// <summary>What goes to the newsroom at once.</summary>
internal sealed class ImportRequest(string desk, string? language)
{
    private const int MostBytes = 3 * 1024 * 1024;
    private const int MostFiles = 100;
    private const int MostChanges = 400;

    private readonly Dictionary<string, JsonArray> files = [];
    private int bytes;

    /// <summary>How many changes it has.</summary>
    public int Changes { get; private set; }

    /// <summary>Whether it has none.</summary>
    public bool IsEmpty => Changes == 0;

    /// <summary>Whether it should be sent.</summary>
    public bool IsFull => bytes >= MostBytes || files.Count >= MostFiles || Changes >= MostChanges;

    /// <summary>Adds a change; null text for a deletion.</summary>
    public void Add(FileSteps file, FileStep step, string? text)
    {
        if (!files.TryGetValue(file.Began, out var changes))
        {
            files[file.Began] = changes = [];
        }

        var commit = step.Commit;
        changes.Add(new JsonObject
        {
            ["commit"] = commit.Id,
            ["at"] = commit.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["name"] = commit.Name,
            ["email"] = commit.Email,
            ["path"] = step.Path,
            ["text"] = text,
            ["message"] = commit.Message,
        });
        bytes += text is null ? 0 : Encoding.UTF8.GetByteCount(text);
        Changes++;
    }

    /// <summary>The request.</summary>
    public JsonObject Body()
    {
        var body = new JsonObject { ["desk"] = desk, ["files"] = new JsonArray([.. files.Select(f => new JsonObject { ["began"] = f.Key, ["changes"] = f.Value })]) };
        if (language is not null)
        {
            body["language"] = language;
        }

        return body;
    }

    /// <summary>Makes room for the next.</summary>
    public void Clear()
    {
        files.Clear();
        (bytes, Changes) = (0, 0);
    }
}
