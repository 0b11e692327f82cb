namespace Newsroom.Api.Refusals;

/// <summary>Registers the record of refusals.</summary>
public static class RefusalServices
{
    /// <summary>The record and its minute's work.</summary>
    public static void AddRefusalRecord(this IServiceCollection services) =>
        services.AddSingleton<RefusalLog>().AddHostedService<RefusalCounterJob>();
}
