using Newsroom.Local;

namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>Configures subscribers.</summary>
/// <param name="AllowsHttp">Whether notices are also sent over http; in Development only.</param>
/// <param name="KeyDirectory">The directory with the keys of the subscribers' secrets, which nodes share; null where none is set.</param>
internal sealed record SubscriberSettings(bool AllowsHttp, string? KeyDirectory)
{
    /// <summary>The setting of the directory. Development has a default in the data directory.</summary>
    public const string DirectorySetting = "Subscribers:KeyDirectory";

    private const string DevelopmentDirectory = "subscriber-keys";

    /// <summary>Reads the settings.</summary>
    public static SubscriberSettings Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var isDevelopment = environment.IsDevelopment();
        if (configuration[DirectorySetting] is { Length: > 0 } directory)
        {
            return new SubscriberSettings(isDevelopment, Path.GetFullPath(directory));
        }

        var data = isDevelopment ? DataDirectory.Find(configuration[DataDirectory.Setting]).Path : null;
        return new SubscriberSettings(isDevelopment, data is null ? null : Path.Combine(data, DevelopmentDirectory));
    }
}
