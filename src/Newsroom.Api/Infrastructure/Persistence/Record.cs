using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Marten;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Opens sessions whose events say who, why and in which request.</summary>
public static class Record
{
    /// <summary>Who acts when nobody does: the newsroom itself, by its clock.</summary>
    public const string Newsroom = "newsroom@newsroom";

    /// <summary>A session that records on behalf of <paramref name="actor"/>.</summary>
    /// <param name="store">The store.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="cause">The command's name.</param>
    /// <param name="within">The transaction to record in, which stays its owner's to commit; null for one of the session's own.</param>
    public static IDocumentSession RecordingSession(this IDocumentStore store, Actor actor, string cause, NpgsqlTransaction? within = null)
    {
        var session = within is null
            ? store.LightweightSession()
            : store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(within));
        session.LastModifiedBy = actor.Person;
        session.CorrelationId = Activity.Current?.TraceId.ToHexString();
        session.CausationId = cause;
        return session;
    }

    /// <summary>The stream of a thing that has a name rather than a number: the same name always has the same stream.</summary>
    public static Guid StreamOf(string kind, string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{name}")).AsSpan(0, 16));
}
