using System.Diagnostics;

namespace Newsroom.Domain.Tests.Requests.Costs;

/// <summary>
/// Runs <see cref="CostMeasurements"/> in a separate process, where the runtime enforces the memory limit and processor time is not shared
/// with other tests.
/// </summary>
internal static class MeasuringProcess
{
    /// <summary>The maximum heap size of the process.</summary>
    public const int MaxBytes = 500_000_000;

    // Garbage counts, as it does in a host; this bounds it before a collection.
    private const int Gen0Bytes = 16 << 20;

    /// <summary>Measures all requests for some shapes and sizes. The last has no costs if the process did not end in time.</summary>
    public static async Task<List<RequestCost>> MeasureAsync(
        IEnumerable<string> shapes,
        IEnumerable<int> sizes,
        TimeSpan timeout,
        CancellationToken cancellationToken
    )
    {
        var file = Path.GetTempFileName();
        try
        {
            using var process = Process.Start(Start(file, shapes, sizes))!;
            var said = Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(cancellationToken),
                process.StandardError.ReadToEndAsync(cancellationToken)
            );
            using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            late.CancelAfter(timeout);
            try
            {
                await process.WaitForExitAsync(late.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(cancellationToken);
            }

            var lines = (await File.ReadAllLinesAsync(file, cancellationToken)).Select(RequestCost.Read).OfType<RequestCost>().ToList();
            lines.ShouldNotBeEmpty(string.Join('\n', await said));
            return [.. lines.Where((line, i) => line.Seconds is not null || i == lines.Count - 1)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ProcessStartInfo Start(string file, IEnumerable<string> shapes, IEnumerable<int> sizes)
    {
        string[] arguments =
        [
            typeof(MeasuringProcess).Assembly.Location,
            "-explicit",
            "only",
            "-class",
            typeof(CostMeasurements).FullName!,
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[CostMeasurements.To] = file;
        start.Environment[CostMeasurements.Shapes] = string.Join(';', shapes);
        start.Environment[CostMeasurements.Sizes] = string.Join(';', sizes);
        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{MaxBytes:X}";
        start.Environment["DOTNET_GCgen0size"] = $"0x{Gen0Bytes:X}";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";

        // The test platform would make the child process report to it.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("TESTINGPLATFORM_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}
