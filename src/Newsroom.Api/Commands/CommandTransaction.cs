using JasperFx.Events;
using Marten;
using Marten.Services.BatchQuerying;
using Npgsql;

namespace Newsroom.Api.Commands;

/// <summary>The transaction of one attempt of a command. <see cref="CommandHandler"/> commits it.</summary>
/// <param name="Session">The session, which records actor and command.</param>
/// <param name="Transaction">The transaction.</param>
public sealed record CommandTransaction(IDocumentSession Session, NpgsqlTransaction Transaction)
{
    /// <summary>Gets whether nothing is written or locked: the transaction is read-only.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Gets the connection.</summary>
    public NpgsqlConnection Connection => Transaction.Connection ?? throw new InvalidOperationException("The transaction has ended.");

    /// <summary>Loads a stream in a batch, and locks it where its events are to be appended.</summary>
    public Task<IEventStream<T>> FetchAsync<T>(IBatchedQuery batch, Guid stream)
        where T : class => IsPreview ? batch.Events.FetchForWriting<T>(stream) : batch.Events.FetchForExclusiveWriting<T>(stream);
}
