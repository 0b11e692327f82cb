using Marten;
using Npgsql;

namespace Newsroom.Api.Commands;

/// <summary>The transaction of one attempt of a command. <see cref="CommandHandler"/> commits it.</summary>
/// <param name="Session">The session, which records actor and command.</param>
/// <param name="Transaction">The transaction.</param>
public sealed record CommandTransaction(IDocumentSession Session, NpgsqlTransaction Transaction)
{
    /// <summary>Gets the connection.</summary>
    public NpgsqlConnection Connection => Transaction.Connection ?? throw new InvalidOperationException("The transaction has ended.");
}
