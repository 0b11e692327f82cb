using System.Text.RegularExpressions;

namespace Newsroom.Architecture.Tests;

/// <summary>Code takes the clock that it is given, so that tests can set it.</summary>
public sealed partial class ClockTests
{
    /// <summary>The files that name the clock of the system or its source of random numbers, and what for.</summary>
    private static readonly Dictionary<string, string> Named = new()
    {
        ["src/Newsroom.Api/Composition/MartenConfiguration.cs"] = "the default of a store without a host",
        ["src/Newsroom.Api/Composition/SchemaMigrator.cs"] = "the migration before the host starts",
        ["src/Newsroom.Api/Distribution/Deliveries/DeliveryDispatcher.cs"] = "the jitter of retries",
        ["src/Newsroom.Api/Infrastructure/Persistence/Backoff.cs"] = "the default of the jitter",
        ["src/Newsroom.Api/Program.cs"] = "the host's clock",
        ["src/Newsroom.Cli/Runtime/CliEnvironment.cs"] = "the default of the command line",
        ["src/Newsroom.Console/ConsoleSetup.cs"] = "the console in a process of its own",
        ["src/Newsroom.Client/Http/NewsroomClientOptions.cs"] = "the default of the client",
    };

    [Fact]
    public void Only_these_files_name_the_clock_of_the_system() =>
        Repository
            .CodeIn("src")
            .Where(file => OfSystem().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .ShouldBe(Named.Keys, ignoreOrder: true);

    [GeneratedRegex(@"\bTimeProvider\.System\b|\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bRandom\.Shared\b")]
    private static partial Regex OfSystem();
}
