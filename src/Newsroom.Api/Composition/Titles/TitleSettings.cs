using System.Globalization;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Local;

namespace Newsroom.Api.Composition.Titles;

/// <summary>Configures an installation with several titles.</summary>
/// <param name="Directory">The directory with a file for each title.</param>
/// <param name="ReadEvery">How often the directory is read, besides when the file system reports a change.</param>
/// <param name="Claim">The claim of a token that names its title.</param>
/// <param name="PerServer">The maximum number of titles on one database server.</param>
internal sealed record TitleSettings(string Directory, TimeSpan ReadEvery, string Claim, int PerServer)
{
    /// <summary>The setting of the directory; without it there is one newsroom.</summary>
    public const string DirectorySetting = "Titles:Directory";

    /// <summary>The setting of the interval.</summary>
    public const string ReadEverySetting = "Titles:ReadEvery";

    /// <summary>The setting of the claim.</summary>
    public const string ClaimSetting = "Titles:Claim";

    /// <summary>The setting of the number of titles on a server.</summary>
    public const string PerServerSetting = "Titles:PerServer";

    private const int DefaultPerServer = 4;

    private const int MaxPerServer = 1000;

    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(5);

    /// <summary>Reads the settings; null where there is one newsroom.</summary>
    /// <exception cref="SettingsException">A setting is malformed, or there is no such directory.</exception>
    public static TitleSettings? Of(IConfiguration configuration)
    {
        if (configuration[DirectorySetting] is not { Length: > 0 } given)
        {
            return null;
        }

        var directory = Path.GetFullPath(given);
        return System.IO.Directory.Exists(directory)
            ? new TitleSettings(
                directory,
                DurationSetting.Of(configuration, ReadEverySetting, DefaultInterval),
                configuration[ClaimSetting] is { Length: > 0 } claim ? claim : DevelopmentIssuer.TitleClaim,
                NumberOf(configuration)
            )
            : throw new SettingsException($"{DirectorySetting} is {directory}, and there is no such directory.");
    }

    private static int NumberOf(IConfiguration configuration)
    {
        if (configuration[PerServerSetting] is not { Length: > 0 } given)
        {
            return DefaultPerServer;
        }

        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MaxPerServer
            ? number
            : throw new SettingsException(
                $"{PerServerSetting} is \"{given}\". Accepted: the number of titles on one database server, 1 to {MaxPerServer}."
            );
    }
}
