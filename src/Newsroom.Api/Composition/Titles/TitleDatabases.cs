using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Local;

namespace Newsroom.Api.Composition.Titles;

/// <summary>
/// The databases of titles without a connection string: in Development, on one server that is started for the first of them.
/// </summary>
/// <param name="data">The data directory of the installation.</param>
/// <param name="clock">The clock.</param>
/// <param name="logs">Creates logs.</param>
internal sealed class TitleDatabases(DataDirectory data, TimeProvider clock, ILoggerFactory logs) : IAsyncDisposable
{
    private readonly SemaphoreSlim starting = new(1);
    private IAsyncDisposable? server;
    private IHostedService? supervisor;

    /// <summary>Returns a plan with the connection string of its database, which is created if it is missing.</summary>
    /// <exception cref="SettingsException">No server can be started; the message says what to do.</exception>
    public async Task<TitlePlan> CompleteAsync(TitlePlan plan, CancellationToken cancellationToken)
    {
        if (plan.Server is not null)
        {
            return plan;
        }

        await starting.WaitAsync(cancellationToken);
        try
        {
            if (server is null)
            {
                (_, server) = await EmbeddedDatabase.StartAsync(data);
                supervisor = await EmbeddedDatabase.SuperviseAsync(server, clock, logs);
            }

            var name = $"newsroom_{plan.File.Name.Replace('-', '_')}";
            var database = await EmbeddedDatabase.DatabaseAsync(server, name, cancellationToken);
            return plan with
            {
                Settings = new Dictionary<string, string?>(plan.Settings, StringComparer.OrdinalIgnoreCase)
                {
                    [TitlePlan.ConnectionSetting] = database,
                },
            };
        }
        finally
        {
            starting.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await (supervisor?.StopAsync(CancellationToken.None) ?? Task.CompletedTask);
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        starting.Dispose();
    }
}
