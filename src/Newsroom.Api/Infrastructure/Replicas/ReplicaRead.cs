using System.Collections.Immutable;

namespace Newsroom.Api.Infrastructure.Replicas;

/// <summary>Marks an endpoint that may be answered from the replica, because its response may be late.</summary>
/// <param name="Except">
/// The parameters with which it is not: a copy that synchronises must not pass a change that is still being committed, which only the
/// primary knows.
/// </param>
public sealed record ReplicaRead(ImmutableArray<string> Except)
{
    /// <summary>Returns whether a request may be answered from the replica.</summary>
    public bool Allows(IQueryCollection query) => !Except.Any(query.ContainsKey);
}

/// <summary>Marks endpoints.</summary>
internal static class ReplicaReadExtensions
{
    /// <summary>Lets an endpoint be answered from the replica, except with these parameters.</summary>
    public static RouteHandlerBuilder ReadsReplica(this RouteHandlerBuilder endpoint, params IEnumerable<string> except) =>
        endpoint.WithMetadata(new ReplicaRead([.. except]));
}
