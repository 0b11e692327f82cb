using System.Security.Cryptography;
using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.People.Queries;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Refusals;

/// <summary>
/// Answers refusals and keeps them: who tried what, and why not. They are events of streams beside those of the stories, so that a refusal
/// changes no version; a person's thirty-first in a minute, and all after it, are only counted.
/// </summary>
public sealed class RefusalLog(IDocumentStore store, NpgsqlDataSource database, TimeProvider clock, IOptions<JsonOptions> json)
{
    /// <summary>The answer to a refused command; it is on the record before it is given.</summary>
    /// <param name="refusal">Why it is refused.</param>
    /// <param name="actor">Who asked.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="request">The command.</param>
    /// <param name="subject">What it was asked of: a story's id, a desk, a person, a speaker.</param>
    /// <param name="story">The story and its version, where it is one.</param>
    /// <param name="cancellationToken">The request's end.</param>
    public async Task<IResult> AnswerAsync(
        Refusal refusal,
        Actor actor,
        string command,
        object request,
        string subject,
        (Guid Id, long Version)? story,
        CancellationToken cancellationToken
    )
    {
        if (CommandRefused.IsKept(refusal))
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            if (
                await RefusalRateLimiter.CountAsync(connection, actor.Person, clock.GetUtcNow(), StreamOf(subject), cancellationToken)
                <= CommandRefused.MostPerMinute
            )
            {
                await using var recording = store.RecordingSession(actor, command, transaction);
                recording.Events.Append(
                    StreamOf(subject),
                    new CommandRefused(command, refusal.Kind, refusal.Code, refusal.Recorded, Digest(request), story?.Id, story?.Version)
                );
                await recording.SaveChangesAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await using var session = store.QuerySession();
        return (await PersonNames.FillAsync(refusal, session, cancellationToken)).ToProblem();
    }

    /// <summary>Records, for every minute that is over, how many refusals it had beyond those kept one by one.</summary>
    public async Task CountExcessAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var recording = store.RecordingSession(Actor.Of(Record.Newsroom), "count-refusals", transaction);
        foreach (var (person, minute, refused) in await RefusalRateLimiter.TakeAsync(connection, now, cancellationToken))
        {
            if (refused > CommandRefused.MostPerMinute)
            {
                recording.Events.Append(StreamOf(person), new RefusalsCounted(person, minute, refused - CommandRefused.MostPerMinute));
            }
        }

        await recording.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static Guid StreamOf(string subject) => Record.StreamOf("refusals", subject);

    private string Digest(object request) =>
        Convert.ToHexStringLower(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), json.Value.SerializerOptions))
        );
}
