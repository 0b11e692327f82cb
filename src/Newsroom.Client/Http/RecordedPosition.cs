using System.Globalization;

namespace Newsroom.Client.Http;

/// <summary>
/// The last event that a client is known to have recorded. Its reads ask for a state that has it, so that a server that reads from a
/// replica shows the client what it wrote. Clients that share a position see what any of them wrote. Instances are thread-safe.
/// </summary>
/// <param name="sequence">The sequence of an earlier event; zero for none.</param>
public sealed class RecordedPosition(long sequence = 0)
{
    /// <summary>The header of responses to commands, and of reads.</summary>
    internal const string Header = "Newsroom-Sequence";

    private long current = sequence;

    /// <summary>Gets the sequence of the event; zero for none.</summary>
    public long Sequence => Interlocked.Read(ref current);

    internal void AddTo(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Get && Sequence is > 0 and var sequence)
        {
            request.Headers.Add(Header, sequence.ToString(CultureInfo.InvariantCulture));
        }
    }

    internal void ReadFrom(HttpResponseMessage response)
    {
        if (
            response.Headers.TryGetValues(Header, out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var recorded)
        )
        {
            InterlockedMax(recorded);
        }
    }

    private void InterlockedMax(long recorded)
    {
        for (var seen = Sequence; seen < recorded; seen = Sequence)
        {
            Interlocked.CompareExchange(ref current, recorded, seen);
        }
    }
}
