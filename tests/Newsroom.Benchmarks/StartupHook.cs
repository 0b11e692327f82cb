using Newsroom.Benchmarks.Performance;

/// <summary>Runs in a published API before its entry point, through DOTNET_STARTUP_HOOKS. The runtime requires this name.</summary>
internal static class StartupHook
{
    /// <summary>Starts usage reporting.</summary>
    public static void Initialize() => ServedHost.AnswerBeside();
}
