using Newsroom.Benchmarks.Performance;

/// <summary>Run by a published API before its own entry point, where DOTNET_STARTUP_HOOKS names this assembly; its name is the runtime's to choose.</summary>
internal static class StartupHook
{
    /// <summary>Has the process tell what it uses.</summary>
    public static void Initialize() => ServedHost.AnswerBeside();
}
