using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Commands;

/// <summary>A command that is not addressed to a story, as it was sent.</summary>
/// <param name="Description">The command.</param>
/// <param name="Body">The body of the request.</param>
/// <param name="Subject">What it is addressed to, in the record of refusals: <c>desk world</c>.</param>
public sealed record CommandRequest(ConfigurationCommand Description, object Body, string Subject)
{
    /// <summary>Gets the body whose digest the record of a refusal has; without secrets, because a digest can be guessed.</summary>
    public object RecordedBody { get; init; } = Body;

    /// <summary>Gets the maximum number of attempts.</summary>
    public int MaxAttempts { get; init; } = TransientRetry.MaxAttempts;

    /// <summary>Gets whether the transaction is of the database's owner, who alone can erase.</summary>
    public bool IsOfOwner { get; init; }
}
