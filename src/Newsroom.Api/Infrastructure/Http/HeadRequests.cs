using Microsoft.AspNetCore.Http.Features;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Answers HEAD with the headers of GET (RFC 9110, 9.3.2).</summary>
public static class HeadRequests
{
    /// <summary>
    /// Handles HEAD as GET, without a body; precedes routing. The endpoint is cancelled once it has written, so that a long response costs
    /// no more than its beginning.
    /// </summary>
    public static void UseHeadRequests(this WebApplication app) =>
        app.Use((http, next) => HttpMethods.IsHead(http.Request.Method) ? HandleAsync(http, next) : next(http));

    private static async Task HandleAsync(HttpContext http, RequestDelegate next)
    {
        var (body, lifetime) = (
            http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(),
            http.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>()
        );
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(lifetime.RequestAborted);
        http.Request.Method = HttpMethods.Get;
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new NoBody(body, answered)));
        http.Features.Set<IHttpRequestLifetimeFeature>(new Lifetime(lifetime, answered.Token));
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (answered.IsCancellationRequested && !lifetime.RequestAborted.IsCancellationRequested)
        {
            // The headers are complete.
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
            http.Features.Set(body);
            http.Features.Set(lifetime);
        }
    }

    private sealed class Lifetime(IHttpRequestLifetimeFeature request, CancellationToken ended) : IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; } = ended;

        // The framework aborts a request whose response it could not write; here the response is complete.
        public void Abort()
        {
            if (!RequestAborted.IsCancellationRequested)
            {
                request.Abort();
            }
        }
    }

    /// <summary>Discards the body. The first write starts the response, and ends the endpoint's work.</summary>
    private sealed class NoBody(IHttpResponseBodyFeature response, CancellationTokenSource answered) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override Task FlushAsync(CancellationToken cancellationToken) => response.StartAsync(CancellationToken.None);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await response.StartAsync(CancellationToken.None);
            await answered.CancelAsync();
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => answered.Cancel();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
