using System.Diagnostics;
using Marten;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Opens sessions whose events store the actor, the command and the request.</summary>
public static class RecordingSessionFactory
{
    /// <summary>The actor of events that no person caused, such as those of a timer.</summary>
    public const string SystemActor = "newsroom@newsroom";

    /// <summary>Opens a session.</summary>
    /// <param name="store">The store.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="cause">The command's name.</param>
    /// <param name="within">The transaction to append in, which the caller commits; null for the session's own.</param>
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
}
