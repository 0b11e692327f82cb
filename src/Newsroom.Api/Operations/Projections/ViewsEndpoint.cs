using System.Runtime.CompilerServices;
using Marten;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Operations.Projections;

/// <summary>GET /views/verify-views, POST /views/rebuild-views</summary>
public static class ViewsEndpoint
{
    /// <summary>Verifies views against the events.</summary>
    [EndpointSummary(
        "Verify all views, or those named (views=audit,cards), against the events. Streams progress as JSON Lines; the last line is the "
            + "result."
    )]
    [ProducesResponseType<ViewReport>(StatusCodes.Status200OK, "application/jsonl")]
    [DisableRequestTimeout]
    public static IResult Verify(
        string? views,
        ProjectionVerifier verifier,
        ViewCatalog catalog,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        CancellationToken cancellationToken
    ) =>
        Choose(catalog, views?.Split(',', StringSplitOptions.TrimEntries), out var chosen) is { } unknown
            ? unknown.ToProblem()
            : JsonLines.Of(verifier.VerifyAsync(repair: false, chosen, cancellationToken), json.Value.SerializerOptions, cancellationToken);

    /// <summary>Lists the events that projections could not apply.</summary>
    [EndpointSummary(
        "List the events that projections could not apply, in the order of the record, at most 1,000. rebuild-views repairs them."
    )]
    [ProducesResponseType<Page<ParkedEvent>>(StatusCodes.Status200OK)]
    public static async Task<IResult> ParkedAsync(ParkedEvents parked, CancellationToken cancellationToken) =>
        Paging.All(await parked.ListAsync(cancellationToken));

    /// <summary>Rebuilds views online.</summary>
    [EndpointSummary(
        "Rebuild all views, or those named, online: rows that differ from the events are repaired. Streams progress as JSON Lines; the "
            + "last line is the result."
    )]
    [ProducesResponseType<ViewReport>(StatusCodes.Status200OK, "application/jsonl")]
    [DisableRequestTimeout]
    public static async Task<IResult> RebuildAsync(
        RebuildViews command,
        ProjectionVerifier verifier,
        ViewCatalog catalog,
        CallingActor caller,
        RefusalLog refusals,
        IDocumentStore store,
        CommandIdempotency idempotency,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        CancellationToken cancellationToken
    )
    {
        var malformed = Choose(catalog, command.Views, out var chosen);
        if ((malformed ?? ConfigurationCatalog.RebuildViews.RefuseUnlessHeldBy(caller.Actor)) is { } refusal)
        {
            return await refusals.AnswerAsync(
                refusal,
                caller.Actor,
                ConfigurationCatalog.RebuildViews,
                command,
                "views",
                cancellationToken
            );
        }

        await using var session = store.QuerySession();
        return await idempotency.ReplayAsync(session, command, cancellationToken)
            ?? JsonLines.Of(RebuildAsync(cancellationToken), json.Value.SerializerOptions, cancellationToken);

        // A rebuild has many transactions: its result is stored after them, before it is sent.
        async IAsyncEnumerable<ViewReport> RebuildAsync([EnumeratorCancellation] CancellationToken ended)
        {
            await foreach (var report in verifier.VerifyAsync(repair: true, chosen, ended))
            {
                if (report.IsDone)
                {
                    await idempotency.StoreAsync(store, command, idempotency.Line(report), ended);
                }

                yield return report;
            }
        }
    }

    private static Refusal? Choose(ViewCatalog catalog, IReadOnlyCollection<string>? named, out IReadOnlyCollection<string> chosen)
    {
        chosen = named is { Count: > 0 } ? [.. named.Distinct()] : catalog.Names;
        return chosen.Except(catalog.Names).Take(1).ToArray() is [var unknown]
            ? new Refusal(
                RefusalKind.Malformed,
                "unknown-view",
                $"There is no view \"{unknown}\"; there are {string.Join(", ", catalog.Names)}."
            )
            {
                Recorded = "There is no such view.",
            }
            : null;
    }
}

/// <summary>Rebuilds views.</summary>
/// <param name="Views">Their names; null for all.</param>
public sealed record RebuildViews(IReadOnlyList<string>? Views = null);
