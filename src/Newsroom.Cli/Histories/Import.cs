using System.Globalization;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Serving;

namespace Newsroom.Cli.Histories;

/// <summary>Brings the histories of files into the newsroom, request by request.</summary>
/// <param name="run">The line being carried out.</param>
/// <param name="source">The repository.</param>
/// <param name="report">What is reported.</param>
/// <param name="empty">Makes a request without changes.</param>
internal sealed class Import(Run run, GitRepository source, ImportReport report, Func<ImportRequest> empty)
{
    private readonly ImportSending sending = new(run, report);
    private int sent;

    /// <summary>Brings them in.</summary>
    public async Task Bring(IReadOnlyList<ImportedFile> files)
    {
        var total = files.Sum(f => f.Steps.Steps.Count);
        try
        {
            await run.Aside.Progress("Bringing in", "changes", async (all, done) =>
            {
                all(total);
                using var blobs = source.OpenBlobs();
                await BringAll(files, new FileTexts(blobs), done);
            });
        }
        catch (Exception stopped) when (stopped is LocalProblem or ProblemAnswer or OperationCanceledException)
        {
            run.Aside.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{sent:N0} of {total:N0} changes were sent. To go on, run the same line again: what was brought in is passed over."));
            throw;
        }
    }

    private async Task BringAll(IReadOnlyList<ImportedFile> files, FileTexts texts, Action<long> done)
    {
        var request = empty();
        var authors = new StepAuthors(texts);
        foreach (var file in files)
        {
            string? before = null;
            foreach (var step in file.Steps.Steps)
            {
                before = await Add(request, file, step, before, texts, authors);
                if (request.IsFull)
                {
                    await Send(request, done);
                    request = empty();
                }
            }
        }

        await Send(request, done);
    }

    /// <summary>Adds a change to a request, or reports why it is not kept; returns the file as the newsroom has it then.</summary>
    private async Task<string?> Add(ImportRequest request, ImportedFile file, FileStep step, string? before, FileTexts texts, StepAuthors authors)
    {
        if (step.IsNoPost)
        {
            var why = $"The post was renamed to a file that is none ({PostFile.Named}). Its story stays as it was.";
            report.NotKept(file.Steps, new NotKeptLine(step.Commit.Id, step.Path, "not-a-post", why));
            return before;
        }

        if (step.Blob is null)
        {
            request.Add(file, step, null, await authors.Of(step, before, run.Cancel));
            return before;
        }

        var read = await texts.Read(step.Blob, run.Cancel);
        if (read.Text is not { } text)
        {
            report.NotKept(file.Steps, new NotKeptLine(step.Commit.Id, step.Path, read.Code, read.Why));
            return before;
        }

        request.Add(file, step, text, await authors.Of(step, before, run.Cancel));
        return text;
    }

    private async Task Send(ImportRequest request, Action<long> done)
    {
        if (request.Changes > 0)
        {
            await sending.Send(request);
            sent += request.Changes;
            done(request.Changes);
        }
    }
}
