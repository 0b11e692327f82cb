using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Sends requests with little overhead: bodies are prepared, and responses are parsed only where needed.</summary>
internal sealed class BenchClient(Uri address, string? token) : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        }
    )
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromMinutes(10),
    };

    /// <summary>Sends a command.</summary>
    /// <param name="path">The path.</param>
    /// <param name="body">The JSON body.</param>
    /// <param name="version">The base version; 0 for none.</param>
    /// <returns>The resulting version.</returns>
    public async Task<long> CommandAsync(string path, byte[] body, long version = 0)
    {
        using var answer = await PostAsync(path, body, version);
        await answer.Content.CopyToAsync(Stream.Null);
        return VersionOf(answer);
    }

    /// <summary>Sends a command and parses the response.</summary>
    public async Task<(long Version, JsonNode Answer)> CommandAsync(string path, object body, long version = 0)
    {
        using var answer = await PostAsync(path, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body), version);
        return (VersionOf(answer), JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    /// <summary>Sends a request that is not a story command and parses the response.</summary>
    public async Task<JsonNode> AskAsync(string path, object body)
    {
        using var answer = await PostAsync(path, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body), version: 0);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>Reads a response to its end.</summary>
    /// <param name="path">The path.</param>
    /// <param name="ifNoneMatch">The entity tag; the response must then be 304.</param>
    /// <returns>The entity tag; null if the response has none.</returns>
    public async Task<string?> ReadAsync(string path, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        Authorize(request);
        if (ifNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        }

        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode != (ifNoneMatch is null ? HttpStatusCode.OK : HttpStatusCode.NotModified))
        {
            throw new InvalidOperationException($"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        await answer.Content.CopyToAsync(Stream.Null);
        return answer.Headers.ETag?.Tag;
    }

    public async Task<JsonNode> JsonAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        Authorize(request);
        using var answer = await http.SendAsync(request);
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    /// <summary>Sends a request that is not a story command.</summary>
    public async Task SendAsync(HttpMethod method, string path, string json)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        Authorize(request);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string path, byte[] body, long version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Authorize(request);
        if (version > 0)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
        }

        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.IsSuccessStatusCode
            ? answer
            : throw new InvalidOperationException($"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private void Authorize(HttpRequestMessage request)
    {
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }
    }

    private static long VersionOf(HttpResponseMessage answer) =>
        long.Parse(
            answer.Headers.ETag!.Tag.AsSpan(2, answer.Headers.ETag.Tag.Length - 3),
            System.Globalization.CultureInfo.InvariantCulture
        );
}
