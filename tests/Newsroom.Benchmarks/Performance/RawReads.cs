using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newsroom.Benchmarks.Performance;
using Npgsql;

[assembly: HostingStartup(typeof(RawReads))]

namespace Newsroom.Benchmarks.Performance;

/// <summary>
/// Extends the measured API with the baseline of reads in the same Kestrel (a SELECT of one row's JSON by its key, written to the response
/// unchanged), and with the counter of round trips.
/// </summary>
public sealed class RawReads : IHostingStartup, IStartupFilter
{
    /// <inheritdoc/>
    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<IStartupFilter>(this);
            if (ServedHost.Trips is { } trips)
            {
                services.AddLogging(logging => logging.AddProvider(trips).AddFilter<RoundTrips>("Npgsql", LogLevel.Debug));
            }
        });

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            foreach (
                var (path, sql) in new[]
                {
                    ("/raw/story", "select data::text from newsroom.mt_doc_story where id = $1"),
                    ("/raw/published", "select data::text from newsroom.mt_doc_publishedstory where id = $1"),
                }
            )
            {
                app.Map(path, branch => branch.Run(http => AnswerAsync(http, sql)));
            }

            next(app);
        };

    private static async Task AnswerAsync(HttpContext http, string sql)
    {
        await using var connection = await http
            .RequestServices.GetRequiredService<NpgsqlDataSource>()
            .OpenConnectionAsync(http.RequestAborted);
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new() { Value = Guid.Parse(http.Request.Path.Value![1..]) } },
        };
        await using var row = await command.ExecuteReaderAsync(http.RequestAborted);
        await row.ReadAsync(http.RequestAborted);
        http.Response.ContentType = "application/json";
        await http.Response.BodyWriter.WriteAsync(row.GetFieldValue<byte[]>(0), http.RequestAborted);
    }
}
