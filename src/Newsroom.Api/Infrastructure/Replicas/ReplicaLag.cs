namespace Newsroom.Api.Infrastructure.Replicas;

/// <summary>
/// How far a replica is behind, from positions of the write-ahead log. Times that the replica knows itself do not tell an idle primary from
/// one whose log does not arrive.
/// </summary>
internal sealed class ReplicaLag
{
    private const int MaxKept = 120;

    private readonly Queue<(DateTimeOffset Time, long Position)> written = [];
    private DateTimeOffset reached = DateTimeOffset.MinValue;

    /// <summary>Adds what the primary had written at a time.</summary>
    public void Written(DateTimeOffset time, long position)
    {
        written.Enqueue((time, position));
        if (written.Count > MaxKept)
        {
            written.Dequeue();
        }
    }

    /// <summary>Returns for how long the replica has lacked something that the primary had written.</summary>
    /// <param name="now">The time.</param>
    /// <param name="replayed">The position that the replica has replayed.</param>
    public TimeSpan Of(DateTimeOffset now, long replayed)
    {
        while (written.TryPeek(out var oldest) && oldest.Position <= replayed)
        {
            reached = written.Dequeue().Time;
        }

        if (written.Count == 0)
        {
            return TimeSpan.Zero;
        }

        return now - (reached == DateTimeOffset.MinValue ? written.Peek().Time : reached);
    }
}
