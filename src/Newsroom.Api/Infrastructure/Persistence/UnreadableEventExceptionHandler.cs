using JasperFx.Events.Daemon;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>
/// Returns 500 and names the event where a stored event cannot be deserialized. Other stories are not affected.
/// </summary>
public sealed class UnreadableEventExceptionHandler : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Find(exception) is not { } unreadable)
        {
            return false;
        }

        var problem = new ProblemDetails
        {
            Type = ProblemTypes.UriOf("unreadable-event"),
            Title = "Unreadable event",
            Status = StatusCodes.Status500InternalServerError,
            Detail = Detail(unreadable),
        };
        if (unreadable.Sequence > 0)
        {
            problem.Extensions["sequence"] = unreadable.Sequence;
        }

        problem.Extensions["eventType"] = unreadable.EventTypeName;
        await Results.Problem(problem).ExecuteAsync(httpContext);
        return true;
    }

    private static string Detail(IEventFailureContext unreadable)
    {
        var which =
            unreadable.Sequence > 0
                ? $"The event {unreadable.Sequence} ({unreadable.EventTypeName})"
                : $"An event of type {unreadable.EventTypeName}";
        return unreadable.Category == ShardFailureCategory.UnknownEventType
            ? $"{which} that this read needs has a type that this build does not have. Start the build that stored it, or a later one."
            : $"{which} that this read needs is damaged in the database. Run verify-store, and restore the event from a backup "
                + "that verifies.";
    }

    private static IEventFailureContext? Find(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (
                cause is IEventFailureContext
                {
                    Category: ShardFailureCategory.EventSerialization or ShardFailureCategory.UnknownEventType
                } unreadable
            )
            {
                return unreadable;
            }
        }

        return null;
    }
}
