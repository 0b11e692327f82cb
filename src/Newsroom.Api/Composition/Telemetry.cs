using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Newsroom.Api.Distribution.Deliveries;
using Newsroom.Api.Infrastructure.Metrics;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Newsroom.Api.Composition;

/// <summary>
/// Metrics, traces and structured logs. Without <c>Metrics:Port</c> and <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> nothing is measured.
/// </summary>
internal static partial class Telemetry
{
    /// <summary>The path of the metrics.</summary>
    public const string Path = "/metrics";

    private const string PortSetting = "Metrics:Port";

    // The specification of OpenTelemetry names it.
    private const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // Meters and sources by name: those of the libraries and the framework, and all of ours.
    private static readonly string[] Meters =
    [
        "Newsroom.*",
        "Npgsql",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http",
        "System.Runtime",
        "Marten*",
        "Wolverine*",
    ];

    /// <summary>Adds what is configured.</summary>
    /// <exception cref="SettingsException">A setting is malformed.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.AddLogs();
        builder.Services.AddSingleton<CommandMetrics>();
        if (IsMeasured(builder.Configuration))
        {
            builder.Services.AddHostedService<DatabaseMetrics>();
            builder.AddExporters();
        }
    }

    /// <summary>Returns whether metrics are read.</summary>
    /// <exception cref="SettingsException">A setting is malformed.</exception>
    public static bool IsMeasured(IConfiguration configuration) => PortOf(configuration) is not null || IsOtlp(configuration);

    /// <summary>Returns whether a request arrived on the port of the metrics, which only operators reach.</summary>
    public static bool IsOfOperators(HttpContext http, IConfiguration configuration) =>
        PortOf(configuration) is { } port && http.Connection.LocalPort == port;

    /// <summary>Configures the format of the log.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() && builder.Configuration["Logging:Console:FormatterName"] is null)
        {
            // With the trace of the request: the id in problem details, in the audit trail and in traces.
            builder.Logging.AddJsonConsole(options =>
            {
                (options.IncludeScopes, options.UseUtcTimestamp, options.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ss.fffZ");
            });
        }
    }

    /// <summary>Exports what is measured in this process.</summary>
    /// <param name="builder">The builder of the host.</param>
    /// <param name="traces">Configures the traces further.</param>
    public static void AddExporters(this WebApplicationBuilder builder, Action<TracerProviderBuilder>? traces = null)
    {
        var (port, hasOtlp) = (PortOf(builder.Configuration), IsOtlp(builder.Configuration));
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("newsroom", serviceVersion: VersionOf(typeof(Telemetry))))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters);
                _ = port is null ? metrics : metrics.AddPrometheusExporter();
                _ = hasOtlp ? metrics.AddOtlpExporter() : metrics;
            });
        if (hasOtlp)
        {
            telemetry.WithTracing(all =>
            {
                all.AddAspNetCoreInstrumentation(options => options.Filter = http => !http.Request.Path.StartsWithSegments("/health"))
                    .AddNpgsql()
                    .AddSource("Marten", "Wolverine", DeliveryTraces.Source);
                traces?.Invoke(all);
                all.AddOtlpExporter();
            });
        }
    }

    /// <summary>
    /// Answers <c>/metrics</c> on the configured port only, without a token: that port is for the network of the operators. Precedes
    /// everything else, so that an overloaded host can be watched.
    /// </summary>
    public static void UseMetrics(this WebApplication app)
    {
        if (PortOf(app.Configuration) is not { } port)
        {
            return;
        }

        app.UseOpenTelemetryPrometheusScrapingEndpoint(http => http.Request.Path == Path && http.Connection.LocalPort == port);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            if (!addresses.Any(address => BindingAddress.Parse(address).Port == port))
            {
                NotListening(app.Logger, port, string.Join(", ", addresses));
            }
        });
    }

    private static bool IsOtlp(IConfiguration configuration)
    {
        if (configuration[OtlpSetting] is not { Length: > 0 } address)
        {
            return false;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"
            ? true
            : throw new SettingsException($"{OtlpSetting} is the address of an OpenTelemetry collector, such as http://collector:4317.");
    }

    private static int? PortOf(IConfiguration configuration)
    {
        if (configuration[PortSetting] is not { Length: > 0 } given)
        {
            return null;
        }

        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw new SettingsException($"{PortSetting} is a port that the host listens on, such as 9464.");
    }

    private static string VersionOf(Type type) => type.Assembly.GetName().Version!.ToString(3);

    [LoggerMessage(LogLevel.Warning, "Metrics:Port is {Port}, but the host listens on {Addresses}: there are no metrics.")]
    private static partial void NotListening(ILogger log, int port, string addresses);
}
