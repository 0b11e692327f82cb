using System.Globalization;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Http;
using Newsroom.Client.Imports;

namespace Newsroom.Cli.Imports;

/// <summary>Imports file histories, request by request.</summary>
/// <param name="context">The invocation.</param>
/// <param name="source">The repository.</param>
/// <param name="report">The results.</param>
/// <param name="newRequest">Creates an empty request.</param>
internal sealed class HistoryUploader(CommandContext context, GitRepository source, ImportReport report, Func<ImportRequest> newRequest)
{
    private readonly ImportSender sender = new(context, report);
    private int sent;

    public async Task ImportAsync(IReadOnlyList<ImportedFile> files)
    {
        var total = files.Sum(f => f.History.Changes.Count);
        try
        {
            await context.ErrorConsole.WithProgressAsync(
                "Importing",
                "changes",
                async (setTotal, increment) =>
                {
                    setTotal(total);
                    using var blobs = source.OpenBlobs();
                    await ImportAllAsync(files, new FileTexts(blobs), increment);
                }
            );
        }
        catch (Exception failure) when (failure is UsageException or ApiException or ApiUnreachableException or OperationCanceledException)
        {
            context.ErrorConsole.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{sent:N0} of {total:N0} changes were sent. Run the same command again to continue: imported changes are skipped."
                )
            );
            throw;
        }
    }

    private async Task ImportAllAsync(IReadOnlyList<ImportedFile> files, FileTexts texts, Action<long> increment)
    {
        var request = newRequest();
        var authors = new ChangeAuthors(texts);
        foreach (var file in files)
        {
            string? before = null;
            foreach (var change in file.History.Changes)
            {
                before = await AddAsync(request, file, change, before, texts, authors);
                if (request.IsFull)
                {
                    await SendAsync(request, increment);
                    request = newRequest();
                }
            }
        }

        await SendAsync(request, increment);
    }

    /// <summary>Adds a change to a request, or reports it as skipped; returns the text that the server then has.</summary>
    private async Task<string?> AddAsync(
        ImportRequest request,
        ImportedFile file,
        FileChange change,
        string? before,
        FileTexts texts,
        ChangeAuthors authors
    )
    {
        if (change.LeavesPosts)
        {
            var reason = $"The post was renamed to a file that is not a post ({PostFile.ExtensionList}). Its story is unchanged.";
            report.AddSkipped(file.History, new SkippedChange(change.Commit.Id, change.Path, "not-a-post", reason));
            return before;
        }

        if (change.Blob is null)
        {
            request.Add(file, change, text: null, await authors.FindAsync(change, before, context.CancellationToken));
            return before;
        }

        var content = await texts.ReadAsync(change.Blob, context.CancellationToken);
        if (content.Text is not { } text)
        {
            report.AddSkipped(file.History, new SkippedChange(change.Commit.Id, change.Path, content.Code, content.Reason));
            return before;
        }

        request.Add(file, change, text, await authors.FindAsync(change, before, context.CancellationToken));
        return text;
    }

    private async Task SendAsync(ImportRequest request, Action<long> increment)
    {
        if (request.Changes > 0)
        {
            await sender.SendAsync(request);
            sent += request.Changes;
            increment(request.Changes);
        }
    }
}
