using System.Globalization;

namespace Newsroom.Domain.Tests.Requests.Costs;

/// <summary>The costs of a request; none if it did not finish.</summary>
internal sealed record RequestCost(string Shape, int Size, string Request)
{
    private const int Members = 7;

    /// <summary>Gets the processor time of the process; null if the request did not finish.</summary>
    public double? Seconds { get; init; }

    public long AllocatedBytes { get; init; }

    public long PeakBytes { get; init; }

    /// <summary>Gets whether the memory was sufficient.</summary>
    public bool HasMemory { get; init; } = true;

    /// <summary>Formats the costs as tab-separated values.</summary>
    public string ToLine() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Shape}\t{Size}\t{Request}\t{Seconds:0.000}\t{AllocatedBytes}\t{PeakBytes}\t{HasMemory}"
        );

    /// <summary>Parses a line; null if it is incomplete.</summary>
    public static RequestCost? Read(string line) =>
        line.Split('\t') is { Length: Members } parts && bool.TryParse(parts[6], out var hasMemory)
            ? new RequestCost(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2])
            {
                Seconds = parts[3].Length > 0 ? double.Parse(parts[3], CultureInfo.InvariantCulture) : null,
                AllocatedBytes = long.Parse(parts[4], CultureInfo.InvariantCulture),
                PeakBytes = long.Parse(parts[5], CultureInfo.InvariantCulture),
                HasMemory = hasMemory,
            }
            : null;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Request} of {Size / 1024:N0} KiB of {Shape}: {Seconds:0.00} s, {PeakBytes >> 20} MB at most, {AllocatedBytes >> 20} MB "
                + $"allocated"
        );
}
