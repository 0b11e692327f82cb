using Marten;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Replicas;

/// <summary>Opens the read session of a request: on the replica, if the request reads from it.</summary>
internal sealed class RequestSessions(IDocumentStore store) : IAsyncDisposable, IDisposable
{
    private NpgsqlConnection? replica;

    /// <summary>Makes the request read from the replica, through an open connection, which is closed with the request.</summary>
    public void Use(NpgsqlConnection connection) => replica = connection;

    /// <summary>Opens the session.</summary>
    public IQuerySession Open() =>
        replica is null ? store.QuerySession() : store.QuerySession(Marten.Services.SessionOptions.ForConnection(replica));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => replica?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => replica?.Dispose();
}
