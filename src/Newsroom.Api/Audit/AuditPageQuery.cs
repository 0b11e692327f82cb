using System.Data.Common;
using Marten.Internal;
using Marten.Linq.QueryHandlers;
using Weasel.Postgresql;
using Weasel.Storage;

namespace Newsroom.Api.Audit;

/// <summary>Reads a page of the audit trail in a batch.</summary>
/// <param name="query">The filters.</param>
/// <param name="lines">The maximum number of lines.</param>
internal sealed class AuditPageQuery(AuditQuery query, int lines) : IQueryHandler<IReadOnlyList<AuditLine>>
{
    /// <inheritdoc/>
    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session) => query.AppendTo(builder, lines);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AuditLine>> HandleAsync(DbDataReader reader, IStorageSession session, CancellationToken token)
    {
        var page = new List<AuditLine>(lines);
        while (await reader.ReadAsync(token))
        {
            page.Add(AuditQuery.Read(reader));
        }

        return page;
    }

    /// <inheritdoc/>
    public Task<int> StreamJson(Stream stream, DbDataReader reader, CancellationToken token) => throw new NotSupportedException();
}
