using Marten;
using Newsroom.Api.Infrastructure.Counting;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Access;

/// <summary>
/// Records reads of stories in separate streams, so that a read changes no story's version. The first read of a person, story, part and
/// minute is an event; further ones are counted, and the count is an event once the minute is over.
/// </summary>
public sealed class ReadLog(IDocumentStore store, NpgsqlDataSource database, TimeProvider clock) : IExcessCounter
{
    /// <summary>The kind of stream.</summary>
    public const string StreamKind = "story-reads";

    private const string Cause = "read-story";

    /// <summary>Records a read; committed when it returns.</summary>
    public async Task RecordAsync(Actor actor, StoryRead read, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var reads = await ReadTally.CountAsync(connection, actor.Person, read, clock.GetUtcNow(), cancellationToken);
        if (reads <= StoryRead.MaxPerMinute)
        {
            await ReadTally.LockAsync(connection, [read.Story], cancellationToken);
            await using var recording = store.RecordingSession(actor, Cause, transaction);
            recording.Events.Append(StreamOf(read.Story), read);
            await recording.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task CountExcessAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var counted = await ReadTally.TakeAsync(connection, now, cancellationToken);
        await ReadTally.LockAsync(connection, counted.Select(c => c.Story), cancellationToken);
        await using var recording = store.RecordingSession(Actor.Of(RecordingSessionFactory.SystemActor), "count-reads", transaction);
        foreach (var reads in counted)
        {
            recording.Events.Append(StreamOf(reads.Story), reads);
        }

        await recording.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static Guid StreamOf(Guid story) => StreamIds.Of(StreamKind, $"{story}");
}
