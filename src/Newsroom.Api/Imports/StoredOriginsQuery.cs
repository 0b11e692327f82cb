using System.Data.Common;
using Marten.Internal;
using Marten.Linq.QueryHandlers;
using Newsroom.Api.Infrastructure.Persistence;
using Weasel.Postgresql;
using Weasel.Storage;

namespace Newsroom.Api.Imports;

/// <summary>The origin of a stored event of a story.</summary>
/// <param name="Commit">The commit that it was imported from; null where it was not imported.</param>
/// <param name="Path">The file's new name, where the commit renamed it; null otherwise.</param>
internal sealed record StoredOrigin(string? Commit, string? Path);

/// <summary>Reads the origins of the events of stories, in order, in one statement. The words of events are not transferred.</summary>
/// <param name="stories">The ids of stories; they need not exist.</param>
internal sealed class StoredOriginsQuery(Guid[] stories) : IQueryHandler<ILookup<Guid, StoredOrigin>>
{
    /// <inheritdoc/>
    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        builder.Append("select stream_id, data -> 'origin' ->> 'commit', data -> 'origin' ->> 'path'");
        builder.Append($" from {MartenNames.Events} where stream_id = any(");
        builder.AppendParameter(stories);
        builder.Append(") order by stream_id, version");
    }

    /// <inheritdoc/>
    public async Task<ILookup<Guid, StoredOrigin>> HandleAsync(DbDataReader reader, IStorageSession session, CancellationToken token)
    {
        var origins = new List<(Guid Story, StoredOrigin Origin)>();
        while (await reader.ReadAsync(token))
        {
            origins.Add((reader.GetGuid(0), new StoredOrigin(reader.IsDBNull(1) ? null : reader.GetString(1), PathIn(reader))));
        }

        return origins.ToLookup(o => o.Story, o => o.Origin);
    }

    /// <inheritdoc/>
    public Task<int> StreamJson(Stream stream, DbDataReader reader, CancellationToken token) => throw new NotSupportedException();

    private static string? PathIn(DbDataReader reader) => reader.IsDBNull(2) ? null : reader.GetString(2);
}
