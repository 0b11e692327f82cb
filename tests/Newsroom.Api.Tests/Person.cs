using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Newsroom.Api.LiveFeed;

namespace Newsroom.Api.Tests;

/// <summary>A person who sends requests.</summary>
public sealed class Person(HttpClient http, string? token)
{
    public Task<Answer> GetAsync(string path, string? ifNoneMatch = null) =>
        SendAsync(HttpMethod.Get, path, null, null, ("If-None-Match", ifNoneMatch));

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, Json(body), "application/json");

    /// <summary>Posts a command, based on a version if one is given.</summary>
    public Task<Answer> PostAsync(string path, object? body = null, long? basedOn = null, string? idempotencyKey = null) =>
        SendAsync(
            HttpMethod.Post,
            path,
            Json(body ?? new { }),
            "application/json",
            ("If-Match", basedOn is { } v ? $"\"v{v}\"" : null),
            ("Idempotency-Key", idempotencyKey)
        );

    /// <summary>Sends exactly this.</summary>
    public async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        byte[]? body,
        string? contentType,
        params (string Name, string? Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        using var response = await http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        var text = await TextAsync(response.Content);
        var answer = new Answer(
            (int)response.StatusCode,
            response.Headers.ETag?.ToString(),
            response.Headers.Location?.ToString(),
            response.Headers.TryGetValues("Link", out var links) ? links.Single() : null,
            response.Content.Headers.ContentType?.MediaType,
            text
        )
        {
            Headers = response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
        };
        DescribedAnswers.ShouldDescribe(method, path, answer);
        return answer;
    }

    /// <summary>Reads the body; of one that goes on for ever, its first line.</summary>
    public static async Task<string> TextAsync(HttpContent content)
    {
        if (content.Headers.ContentType?.MediaType != GetEventsEndpoint.MediaType)
        {
            return await content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        using var reader = new StreamReader(await content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }

    private static byte[] Json(object body) =>
        body is string raw ? Encoding.UTF8.GetBytes(raw) : JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web);
}
