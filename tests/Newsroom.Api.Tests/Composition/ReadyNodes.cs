using System.Net.Sockets;

namespace Newsroom.Api.Tests.Composition;

/// <summary>
/// Sends requests to the nodes that are ready in turn, as a proxy does. It looks which are when a node asks to close the connection, which
/// a node does that is about to stop; until then it sends requests to those that it found. On a busy machine the answer can come after the
/// node has stopped: a request whose connection is refused goes to another node, as it does with the proxy of the cluster.
/// </summary>
internal sealed class ReadyNodes(Func<IReadOnlyList<HostNode>> nodes) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly HttpClient health = new() { Timeout = TimeSpan.FromSeconds(5) };
    private volatile Uri[] ready = [];
    private int next;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (ready.Length == 0)
        {
            await LookAsync();
        }

        HttpResponseMessage response;
        try
        {
            response = await SendToNextAsync(request, cancellationToken);
        }
        catch (HttpRequestException failure)
            when (failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            await LookAsync();
            response = await SendToNextAsync(request, cancellationToken);
        }

        if (response.Headers.ConnectionClose == true)
        {
            await LookAsync();
        }

        return response;
    }

    private Task<HttpResponseMessage> SendToNextAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var now = ready;
        request.RequestUri = new Uri(now[(uint)Interlocked.Increment(ref next) % now.Length], request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        health.Dispose();
        base.Dispose(disposing);
    }

    private Task LookAsync() =>
        Eventually.HoldsAsync(
            "a node is ready",
            async () =>
            {
                var found = await Task.WhenAll(nodes().Select(node => IsReadyAsync(node.Address)));
                var addresses = found.OfType<Uri>().ToArray();
                if (addresses.Length > 0)
                {
                    ready = addresses;
                }

                return addresses.Length > 0;
            }
        );

    private async Task<Uri?> IsReadyAsync(Uri node)
    {
        try
        {
            using var answer = await health.GetAsync(new Uri(node, "/health/ready"));
            return answer.IsSuccessStatusCode ? node : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
