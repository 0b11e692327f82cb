namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Whether several nodes share the database.</summary>
internal static class NodeCoordination
{
    /// <summary>The setting; by default, nodes coordinate outside Development.</summary>
    private const string Setting = "Nodes:Coordinate";

    private const string DeadAfterSetting = "Nodes:DeadAfter";

    private static readonly TimeSpan DefaultDeadAfter = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan MinDeadAfter = TimeSpan.FromSeconds(2);

    /// <summary>Returns how long a node is silent until others take over its projections and messages.</summary>
    /// <exception cref="SettingsException">The setting is not a duration of at least two seconds.</exception>
    public static TimeSpan DeadAfter(IConfiguration configuration)
    {
        var given = DurationSetting.Of(configuration, DeadAfterSetting, DefaultDeadAfter);
        return given >= MinDeadAfter
            ? given
            : throw new SettingsException($"{DeadAfterSetting} is {given:c}, but nodes tell of themselves once a second: at least "
                + $"{MinDeadAfter:c}.");
    }

    /// <summary>Returns whether this node coordinates with others.</summary>
    public static bool IsConfigured(WebApplicationBuilder builder) =>
        builder.Configuration.GetValue(Setting, !builder.Environment.IsDevelopment());
}
