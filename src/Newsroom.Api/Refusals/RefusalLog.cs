using System.Security.Cryptography;
using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Newsroom.Api.Infrastructure.Counting;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Metrics;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Previews;
using Newsroom.Api.People.Queries;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Refusals;

/// <summary>
/// Answers refusals and records them in separate streams, so that a refusal changes no story's version. Beyond 30 refusals of one person in
/// a minute, further ones are only counted.
/// </summary>
public sealed class RefusalLog(
    IDocumentStore store,
    NpgsqlDataSource database,
    IHttpContextAccessor accessor,
    TimeProvider clock,
    IOptions<JsonOptions> json,
    CommandMetrics metrics
) : IExcessCounter
{
    /// <summary>Records a refusal, unless the command is a preview, then returns the response.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="actor">The caller.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="request">The command.</param>
    /// <param name="subject">The target of the command: a story's id, a desk, a person or a speaker.</param>
    /// <param name="story">The story and its version, for story commands.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
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
        if (!IsPreview)
        {
            metrics.Refused(command, refusal.Code);
        }

        if (CommandRefused.IsKept(refusal) && !IsPreview)
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            if (
                await RefusalRateLimiter.CountAsync(connection, actor.Person, clock.GetUtcNow(), StreamOf(subject), cancellationToken)
                <= CommandRefused.MaxPerMinute
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
        return (await PersonNameLookup.ResolveAsync(refusal, session, cancellationToken)).ToProblem();
    }

    /// <summary>Answers a refused command that is not addressed to a story.</summary>
    /// <param name="refusal">Why it is refused.</param>
    /// <param name="actor">The caller.</param>
    /// <param name="command">The command.</param>
    /// <param name="request">Its body.</param>
    /// <param name="subject">What it was asked of: a desk, a person, a speaker.</param>
    /// <param name="cancellationToken">The request's end.</param>
    public Task<IResult> AnswerAsync(
        Refusal refusal,
        Actor actor,
        ConfigurationCommand command,
        object request,
        string subject,
        CancellationToken cancellationToken
    ) => AnswerAsync(refusal, actor, command.Name, request, subject, story: null, cancellationToken);

    /// <inheritdoc/>
    public async Task CountExcessAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var recording = store.RecordingSession(Actor.Of(RecordingSessionFactory.SystemActor), "count-refusals", transaction);
        foreach (var (person, minute, refused) in await RefusalRateLimiter.TakeAsync(connection, now, cancellationToken))
        {
            if (refused > CommandRefused.MaxPerMinute)
            {
                recording.Events.Append(StreamOf(person), new RefusalsCounted(person, minute, refused - CommandRefused.MaxPerMinute));
            }
        }

        await recording.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private bool IsPreview => accessor.HttpContext is { Request: var asked } && DryRun.IsAsked(asked);

    private static Guid StreamOf(string subject) => StreamIds.Of("refusals", subject);

    private string Digest(object request) =>
        Convert.ToHexStringLower(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), json.Value.SerializerOptions))
        );
}
