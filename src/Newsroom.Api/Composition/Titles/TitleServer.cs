using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Newsroom.Api.Composition.Titles;

/// <summary>
/// The server of a title's host. It listens on no port: the front hands requests to it. It stops when its running requests have ended.
/// </summary>
internal sealed class TitleServer : IServer
{
    private readonly ConcurrentDictionary<IFeatureCollection, byte> running = new(ReferenceEqualityComparer.Instance);
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Func<IFeatureCollection, Exchange>? application;
    private volatile bool isStopping;

    private readonly string title;

    /// <summary>Creates a server.</summary>
    /// <param name="title">The name of the title.</param>
    /// <param name="addresses">The addresses that the front listens on.</param>
    public TitleServer(string title, IEnumerable<string> addresses)
    {
        this.title = title;
        var feature = new ServerAddressesFeature();
        foreach (var address in addresses)
        {
            feature.Addresses.Add(address);
        }

        Features.Set<IServerAddressesFeature>(feature);
    }

    /// <inheritdoc/>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        this.application = features => Begin(application, features);
        return Task.CompletedTask;
    }

    /// <summary>Handles a request of the front; returns false where this server has not started, or is stopping.</summary>
    public async Task<bool> HandleAsync(HttpContext http)
    {
        var features = new TitleFeatures(http.Features);
        if (application is not { } begin || !running.TryAdd(features, 0))
        {
            return false;
        }

        // As with a server of its own, the context is there until the response is complete. Callbacks run last in, first out.
        Exchange? exchange = null;
        Exception? failure = null;
        http.Response.OnCompleted(() =>
        {
            exchange?.Dispose(failure);
            End(features);
            return Task.CompletedTask;
        });
        if (isStopping)
        {
            End(features);
            return false;
        }

        // The activity of the title is not a child of the front's, which is not exported.
        Activity.Current = null;
        CurrentTitle.Name = title;
        exchange = begin(features);
        try
        {
            await exchange.ProcessAsync();
        }
        catch (Exception thrown)
        {
            failure = thrown;
            throw;
        }

        return true;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        isStopping = true;
        if (running.IsEmpty)
        {
            return;
        }

        await idle.Task.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (features, _) in running)
        {
            features.Get<IHttpRequestLifetimeFeature>()?.Abort();
        }
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private static Exchange Begin<TContext>(IHttpApplication<TContext> application, IFeatureCollection features)
        where TContext : notnull
    {
        var context = application.CreateContext(features);
        return new Exchange(() => application.ProcessRequestAsync(context), failure => application.DisposeContext(context, failure));
    }

    private sealed record Exchange(Func<Task> ProcessAsync, Action<Exception?> Dispose);

    private void End(IFeatureCollection features)
    {
        running.TryRemove(features, out _);
        if (isStopping && running.IsEmpty)
        {
            idle.TrySetResult();
        }
    }
}
