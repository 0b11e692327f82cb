using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using StandardWebhooks;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>
/// Sends signed messages (Standard Webhooks 1.0.0). It connects to permitted addresses only, which it checks after the name is resolved,
/// follows no redirect, uses no proxy, and reads at most the beginning of a response.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    /// <summary>How long a subscriber has for its response.</summary>
    public static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(15);

    /// <summary>The media type of messages.</summary>
    public const string ContentType = "application/cloudevents+json";

    /// <summary>The header by which the response to a notice acknowledges it.</summary>
    public const string AcknowledgedHeader = "newsroom-acknowledged";

    private const int MaxResponseBytes = 4096;
    private const int MaxExcerptCharacters = 500;
    private const int MaxHeaderKilobytes = 16;

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    private readonly DeliverySettings settings;
    private readonly TimeProvider clock;
    private readonly HttpClient client;

    public WebhookSender(DeliverySettings settings, TimeProvider clock, NameResolver resolver)
    {
        (this.settings, this.clock) = (settings, clock);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            PooledConnectionLifetime = ConnectionLifetime,
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, resolver, cancellationToken),
        };
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("newsroom", "0.1"));
    }

    /// <summary>Sends a message.</summary>
    /// <param name="url">The address.</param>
    /// <param name="id">The id of the message, the same in every attempt.</param>
    /// <param name="body">The body.</param>
    /// <param name="secrets">The secrets to sign with, each as <c>whsec_</c> and base64.</param>
    /// <param name="cancellationToken">Ends the attempt, which then counts for nothing.</param>
    /// <returns>The attempt. No failure of the subscriber is an exception.</returns>
    public async Task<DeliveryAttempt> SendAsync(
        string url,
        string id,
        string body,
        IReadOnlyList<string> secrets,
        CancellationToken cancellationToken
    )
    {
        var started = clock.GetTimestamp();
        using var late = new CancellationTokenSource(MaxDuration, clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var request = Request(url, id, body, secrets);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ended.Token);
            var excerpt = await ExcerptAsync(response, ended.Token);
            return Attempt(response, excerpt, clock.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Failed($"There was no complete response within {MaxDuration.TotalSeconds:0} s.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException)
        {
            return Failed(Describe(failure));
        }

        DeliveryAttempt Failed(string error) => new(clock.GetElapsedTime(started)) { Error = error };
    }

    /// <summary>Signs a message with each of some secrets.</summary>
    public static string Sign(string id, DateTimeOffset at, string body, IEnumerable<string> secrets) =>
        string.Join(' ', secrets.Select(secret => new StandardWebhook(secret).Sign(id, at, body)));

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private HttpRequestMessage Request(string url, string id, string body, IReadOnlyList<string> secrets)
    {
        var now = clock.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType, "utf-8");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", Sign(id, now, body, secrets));
        return request;
    }

    private DeliveryAttempt Attempt(HttpResponseMessage response, string? excerpt, TimeSpan took)
    {
        var status = (int)response.StatusCode;
        return new DeliveryAttempt(took)
        {
            Status = status,
            Response = excerpt,
            Error = ErrorOf(status),
            RetryAfter = response.Headers.RetryAfter switch
            {
                { Delta: { } delta } => delta,
                { Date: { } date } => date - clock.GetUtcNow(),
                _ => null,
            },
            IsAcknowledged =
                response.IsSuccessStatusCode
                && response.Headers.TryGetValues(AcknowledgedHeader, out var values)
                && values.Any(value => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)),
        };
    }

    private static string? ErrorOf(int status) =>
        status switch
        {
            >= 200 and < 300 => null,
            >= 300 and < 400 => $"The address redirects ({status}), which is not followed.",
            _ => $"The response is {status}.",
        };

    private static async Task<string?> ExcerptAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxResponseBytes];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        var text = Encoding.UTF8.GetString(buffer, 0, length);
        var shown = string.Concat(text.EnumerateRunes().Take(MaxExcerptCharacters).Select(rune => Rune.IsControl(rune) ? " " : $"{rune}"));
        return shown.Length == 0 ? null : shown;
    }

    /// <summary>
    /// Connects to the first permitted address of a name that answers. The address that is checked is the one connected to.
    /// </summary>
    private async ValueTask<Stream> ConnectAsync(DnsEndPoint target, NameResolver resolver, CancellationToken cancellationToken)
    {
        var addresses = await resolver.ResolveAsync(target.Host, cancellationToken);
        var permitted = addresses.Where(settings.Allows).ToArray();
        if (permitted.Length == 0)
        {
            throw new HttpRequestException(
                addresses.Count == 0
                    ? $"The name {target.Host} has no address."
                    : $"The name {target.Host} is of an address that is not one of the Internet. {DeliverySettings.NetworksSetting} "
                        + "allows networks."
            );
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(permitted, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Describe(Exception failure) =>
        failure.InnerException is AuthenticationException inner
            ? $"The connection is not secure: {inner.Message}"
            : failure.Message;
}

/// <summary>Resolves names of hosts.</summary>
internal class NameResolver
{
    /// <summary>Returns the addresses of a host, which may be an address itself.</summary>
    public virtual async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        IPAddress.TryParse(host, out var address) ? [address] : await Dns.GetHostAddressesAsync(host, cancellationToken);
}
