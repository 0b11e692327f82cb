using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Newsroom.Domain.Tests;

/// <summary>Measures the processor time of the current thread; wall clock time if it is not available.</summary>
internal sealed partial class ThreadClock
{
    private const int LinuxThreadClock = 3;
    private const int MacThreadClock = 16;

    private readonly TimeSpan begun = Now();

    public TimeSpan Elapsed => Now() - begun;

    private static TimeSpan Now()
    {
        var clock = OperatingSystem.IsMacOS() ? MacThreadClock : LinuxThreadClock;
        return !OperatingSystem.IsWindows() && clock_gettime(clock, out var time) == 0
            ? new TimeSpan((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
            : Stopwatch.GetElapsedTime(0);
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int clock_gettime(int clock, out Time time);

    private readonly record struct Time(long Seconds, long Nanoseconds);
}
