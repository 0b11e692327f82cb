using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Client.Http;

/// <summary>A request that can be sent more than once.</summary>
internal sealed record ApiRequest(HttpMethod Method, string Path)
{
    private static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string? Json { get; init; }

    /// <summary>Opens the body, where it is not JSON.</summary>
    public Func<Stream>? Content { get; init; }

    public long? IfMatch { get; init; }

    public string? IdempotencyKey { get; init; }

    /// <summary>Whether the command is decided only.</summary>
    public bool Preview { get; init; }

    /// <summary>Whether repeating the request cannot carry out a command twice.</summary>
    public bool IsRepeatable => Method == HttpMethod.Get || Preview || IdempotencyKey is not null;

    public static ApiRequest Get(string path, params IEnumerable<(string Name, object? Value)> parameters) =>
        new(HttpMethod.Get, QueryString.Append(path, parameters));

    public static ApiRequest Post(string path, object body, string? idempotencyKey) =>
        PostJson(path, JsonSerializer.Serialize(body, Writing), idempotencyKey);

    public static ApiRequest Put(string path, object body, string? idempotencyKey) =>
        WithBody(HttpMethod.Put, path, JsonSerializer.Serialize(body, Writing), idempotencyKey);

    public static ApiRequest PostJson(string path, string json, string? idempotencyKey) =>
        WithBody(HttpMethod.Post, path, json, idempotencyKey);

    private static ApiRequest WithBody(HttpMethod method, string path, string json, string? idempotencyKey)
    {
        if (idempotencyKey is not null && !IsValidKey(idempotencyKey))
        {
            throw new ArgumentException(
                "An idempotency key consists of printable ASCII characters without spaces, quotation marks or backslashes.",
                nameof(idempotencyKey)
            );
        }

        return new ApiRequest(method, path) { Json = json, IdempotencyKey = idempotencyKey };
    }

    public HttpRequestMessage ToMessage(string? token)
    {
        var message = new HttpRequestMessage(Method, Path);
        if (Json is not null)
        {
            message.Content = new StringContent(Json, Encoding.UTF8, "application/json");
        }

        if (Content is not null)
        {
            message.Content = new StreamContent(Content())
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") },
            };
        }

        if (IfMatch is { } version)
        {
            message.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"v{version}\""));
        }

        if (IdempotencyKey is not null)
        {
            message.Headers.Add("Idempotency-Key", $"\"{IdempotencyKey}\"");
        }

        if (Preview)
        {
            message.Headers.Add("Prefer", "dry-run");
        }

        if (token is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return message;
    }

    private static bool IsValidKey(string key) => key.Length > 0 && key.All(c => c is > ' ' and <= '~' and not '"' and not '\\');
}
