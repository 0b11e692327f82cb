using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Audit;
using Newsroom.Client.Http;
using Newsroom.Console.Pages;
using Newsroom.Console.Security;

namespace Newsroom.Console.Auditing;

/// <summary>Shows the audit trail, and sends exports and evidence as downloads.</summary>
internal static class AuditPage
{
    private const int Lines = 50;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/audit", ShowAsync);
        endpoints.MapGet("/audit/export.csv", (HttpContext http, ApiAccess api) => ExportAsync(http, api, AuditExportFormat.Csv));
        endpoints.MapGet("/audit/export.jsonl", (HttpContext http, ApiAccess api) => ExportAsync(http, api, AuditExportFormat.JsonLines));
        endpoints.MapGet("/audit/bundle", BundleAsync);
        endpoints.MapGet("/audit/checkpoint", CheckpointAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ApiAccess api, TimeProvider clock)
    {
        var request = AuditRequest.Of(http.Request.Query);
        if (request.Read(out var query) is { } unreadable)
        {
            return Views.Message(http, StatusCodes.Status400BadRequest, "This address cannot be read", unreadable);
        }

        var (visit, names) = (Visit.LoadAsync(api.Client, http, clock), PersonNames.LoadAsync(api.Client, http.RequestAborted));
        var keys = api.Client.Ledger.GetKeysAsync(http.RequestAborted);
        var page = (await api.Client.Audit.ListAsync(query, new PageRequest(request.After, Lines), http.RequestAborted)).Value;
        return Views.Of<AuditView>(
            StatusCodes.Status200OK,
            (nameof(AuditView.Visit), await visit),
            (nameof(AuditView.Names), await names),
            (nameof(AuditView.Request), request),
            (nameof(AuditView.Lines), page.Items),
            (nameof(AuditView.Next), page.Next),
            (nameof(AuditView.Key), (await keys).Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault())
        );
    }

    private static async Task<IResult> ExportAsync(HttpContext http, ApiAccess api, AuditExportFormat format)
    {
        if (AuditRequest.Of(http.Request.Query).Read(out var query) is { } unreadable)
        {
            return Views.Message(http, StatusCodes.Status400BadRequest, "This address cannot be read", unreadable);
        }

        var (name, type) = format == AuditExportFormat.Csv ? ("audit.csv", "text/csv") : ("audit.jsonl", "application/jsonl");
        // A refusal comes before the first byte, and is a page.
        await using var download = new Download(http.Response, name, $"{type}; charset=utf-8");
        await using var writer = new StreamWriter(download, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await api.Client.Audit.ExportAsync(query, format, writer, http.RequestAborted);
        await writer.FlushAsync(http.RequestAborted);
        await download.CompleteAsync(http.RequestAborted);
        return Results.Empty;
    }

    private static async Task<IResult> BundleAsync(HttpContext http, ApiAccess api)
    {
        var query = http.Request.Query;
        if (query["story"].ToString().Length == 0)
        {
            return Views.Message(http, StatusCodes.Status400BadRequest, "No story is named", "Name the story by its slug or its id.");
        }

        var story = (await api.Client.Stories.GetAsync(query["story"].ToString(), cancellationToken: http.RequestAborted)).Value;
        var since = query["since"].ToString().ReplaceLineEndings("\n");
        var bundle = await api.Client.Ledger.GetBundleAsync(
            story.Id,
            since.Length == 0 ? null : since,
            query["files"].ToString() == "true",
            http.RequestAborted
        );
        return Results.File(bundle, "application/zip", $"{story.Slug}.bundle.zip");
    }

    private static async Task<IResult> CheckpointAsync(HttpContext http, ApiAccess api)
    {
        var checkpoint = await api.Client.Ledger.GetCheckpointAsync(http.RequestAborted);
        return Results.File(Encoding.UTF8.GetBytes(checkpoint), "text/plain; charset=utf-8", "checkpoint.txt");
    }
}
