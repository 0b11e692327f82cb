namespace Newsroom.Cli.Runtime;

/// <summary>Exit codes of <c>newsroom</c>.</summary>
public static class ExitCode
{
    /// <summary>The command line was carried out.</summary>
    public const int Success = 0;

    /// <summary>The command line is invalid, a local file cannot be used, or no server could be reached.</summary>
    public const int LocalError = 1;

    /// <summary>The server refused the request.</summary>
    public const int Refused = 2;

    /// <summary>A verification failed, or the command line was carried out in part.</summary>
    public const int Incomplete = 3;
}
