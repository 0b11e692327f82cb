using System.Globalization;
using System.Runtime.CompilerServices;

namespace Newsroom.Domain.Tests.Requests.Costs;

/// <summary>Measures requests in a separate process, started by <see cref="MeasuringProcess"/>, with the runtime's memory limit.</summary>
public sealed class CostMeasurements
{
    /// <summary>The variable that names the file to write to.</summary>
    public const string To = "NEWSROOM_COSTS_TO";

    /// <summary>The variable that lists shapes, separated by semicolons.</summary>
    public const string Shapes = "NEWSROOM_COSTS_SHAPES";

    /// <summary>The variable that lists sizes in bytes, separated by semicolons.</summary>
    public const string Sizes = "NEWSROOM_COSTS_SIZES";

    [Fact(Explicit = true)]
    public void Measure_requests()
    {
        using var writer = new StreamWriter(Variable(To), append: true) { AutoFlush = true };
        using var peak = new PeakMemory();
        foreach (var size in Variable(Sizes).Split(';').Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
        {
            foreach (var shape in Variable(Shapes).Split(';'))
            {
                Measure(shape, size, writer, peak);
            }
        }
    }

    // Not inlined, so that memory of one shape is free when the next begins.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Measure(string shape, int size, StreamWriter writer, PeakMemory peak)
    {
        foreach (var (name, run) in StoryRequests.For(TextShapes.Make(shape, size - StoryRequests.Room)))
        {
            var request = new RequestCost(shape, size, name);
            writer.WriteLine(request.ToLine());
            writer.WriteLine(CostOf(request, run, peak).ToLine());
        }
    }

    private static RequestCost CostOf(RequestCost request, Action run, PeakMemory peak)
    {
        GC.Collect();
        peak.Reset();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var before = Environment.CpuUsage.TotalTime;
        try
        {
            run();
        }
        catch (OutOfMemoryException)
        {
            request = request with { HasMemory = false };
        }

        return request with
        {
            Seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds,
            AllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - allocated,
            PeakBytes = peak.Bytes,
        };
    }

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");

    /// <summary>Samples the heap size.</summary>
    private sealed class PeakMemory : IDisposable
    {
        private readonly ManualResetEventSlim ended = new();
        private readonly Thread sampler;
        private long bytes;

        public PeakMemory()
        {
            sampler = new Thread(Sample) { IsBackground = true };
            sampler.Start();
        }

        public long Bytes => Interlocked.Read(ref bytes);

        public void Reset() => Interlocked.Exchange(ref bytes, GC.GetTotalMemory(false));

        public void Dispose()
        {
            ended.Set();
            sampler.Join();
            ended.Dispose();
        }

        private void Sample()
        {
            while (!ended.Wait(1))
            {
                Interlocked.Exchange(ref bytes, Math.Max(Bytes, GC.GetTotalMemory(false)));
            }
        }
    }
}
