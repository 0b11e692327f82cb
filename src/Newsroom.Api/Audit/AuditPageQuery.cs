using System.Data.Common;
using Marten.Internal;
using Marten.Linq.QueryHandlers;
using Newsroom.Domain.Stories;
using Weasel.Postgresql;
using Weasel.Storage;

namespace Newsroom.Api.Audit;

/// <summary>A page of the audit trail of bounded size.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="IsCut">Whether lines beyond <see cref="AuditPageQuery.MaxSize"/> were left out.</param>
internal sealed record AuditPage(IReadOnlyList<AuditLine> Lines, bool IsCut);

/// <summary>Reads a page of the audit trail in a batch, up to <see cref="MaxSize"/>.</summary>
/// <param name="query">The filters.</param>
/// <param name="lines">The maximum number of lines.</param>
internal sealed class AuditPageQuery(AuditQuery query, int lines) : IQueryHandler<AuditPage>
{
    /// <summary>The maximum size of the checks on a page, in code units.</summary>
    public const long MaxSize = 4 * 1024 * 1024;

    /// <inheritdoc/>
    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session) => query.AppendTo(builder, lines);

    /// <inheritdoc/>
    public async Task<AuditPage> HandleAsync(DbDataReader reader, IStorageSession session, CancellationToken token)
    {
        var (page, size) = (new List<AuditLine>(lines), 0L);
        while (await reader.ReadAsync(token))
        {
            var line = AuditQuery.Read(reader);
            size += line.Check is { } check ? SnapshotRule.SizeOf(check) : 0;
            if (size > MaxSize && page.Count > 0)
            {
                return new AuditPage(page, IsCut: true);
            }

            page.Add(line);
        }

        return new AuditPage(page, IsCut: false);
    }

    /// <inheritdoc/>
    public Task<int> StreamJson(Stream stream, DbDataReader reader, CancellationToken token) => throw new NotSupportedException();
}
