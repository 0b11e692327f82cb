namespace Newsroom.Api.Refusing;

/// <summary>Registers the record of refusals.</summary>
public static class RefusalServices
{
    /// <summary>The record, its tally and their minute's work.</summary>
    public static void AddRefusalRecord(this IServiceCollection services) =>
        services.AddSingleton<RefusalTally>().AddSingleton<RefusalRecord>().AddHostedService<RefusalCounting>();
}
