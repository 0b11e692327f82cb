using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Newsroom.Cli.Serving;

/// <summary>The newsroom as a caller with a token reaches it. What it refuses is thrown as a <see cref="ProblemAnswer"/>.</summary>
internal sealed class Server(HttpClient http, string? token)
{
    private static readonly JsonSerializerOptions Writing = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads.</summary>
    /// <param name="path">The path, relative to the newsroom's address.</param>
    /// <param name="cancel">The end of waiting.</param>
    /// <param name="anonymous">Whether anybody may read it.</param>
    public async Task<Answer> Get(string path, CancellationToken cancel, bool anonymous = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request, anonymous, cancel);
    }

    /// <summary>Reads what is no JSON, as it is.</summary>
    public async Task<byte[]> Bytes(string path, CancellationToken cancel, bool anonymous = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var response = await Asked(request, anonymous, HttpCompletionOption.ResponseContentRead, cancel);
        return await response.Content.ReadAsByteArrayAsync(cancel);
    }

    /// <summary>Copies what is read to a writer as it comes, however long it is.</summary>
    public async Task Copy(string path, TextWriter to, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var response = await Asked(request, anonymous: false, HttpCompletionOption.ResponseHeadersRead, cancel);
        using var text = new StreamReader(await response.Content.ReadAsStreamAsync(cancel), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var piece = new char[16 * 1024];
        while (await text.ReadAsync(piece, cancel) is > 0 and var read)
        {
            await to.WriteAsync(piece.AsMemory(0, read), cancel);
        }
    }

    /// <summary>Reads line by line as the lines come; posts where there is a body.</summary>
    public async IAsyncEnumerable<string> Lines(string path, JsonObject? body, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path) { Content = body is null ? null : new StringContent(body.ToJsonString(Writing), Encoding.UTF8, "application/json") };
        using var response = await Asked(request, anonymous: false, HttpCompletionOption.ResponseHeadersRead, cancel);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancel));
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Commands.</summary>
    /// <param name="path">The path, relative to the newsroom's address.</param>
    /// <param name="body">The command's members.</param>
    /// <param name="basedOn">The version it is based on, or null.</param>
    /// <param name="idempotencyKey">The key under which it is carried out once, or null.</param>
    /// <param name="cancel">The end of waiting.</param>
    public async Task<Answer> Post(string path, JsonObject body, long? basedOn, string? idempotencyKey, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(Writing), Encoding.UTF8, "application/json") };
        if (basedOn is { } version)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"v{version}\""));
        }

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", $"\"{Printable("--idempotency-key", idempotencyKey)}\"");
        }

        return await Send(request, anonymous: false, cancel);
    }

    private async Task<Answer> Send(HttpRequestMessage request, bool anonymous, CancellationToken cancel)
    {
        using var response = await Asked(request, anonymous, HttpCompletionOption.ResponseContentRead, cancel);
        return Answer.Of(response, await response.Content.ReadAsStringAsync(cancel));
    }

    /// <summary>The newsroom's answer to a request, when it is one it grants.</summary>
    private async Task<HttpResponseMessage> Asked(HttpRequestMessage request, bool anonymous, HttpCompletionOption completion, CancellationToken cancel)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Printable("The token", token));
        }
        else if (!anonymous)
        {
            throw new LocalProblem("The newsroom wants to know who you are: give --token, or set NEWSROOM_TOKEN. In development “newsroom token --user ana --role editor” prints one.");
        }

        try
        {
            var response = await http.SendAsync(request, completion, cancel);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                throw new ProblemAnswer(response, await response.Content.ReadAsStringAsync(cancel));
            }
        }
        catch (HttpRequestException failure)
        {
            throw ServerAddress.Unreachable(http.BaseAddress, failure.Message);
        }
        catch (TaskCanceledException failure) when (failure.InnerException is TimeoutException)
        {
            throw ServerAddress.Unreachable(http.BaseAddress, $"nothing came within {http.Timeout.TotalSeconds:0} seconds");
        }
    }

    private static string Printable(string name, string value) =>
        value.Length > 0 && value.All(c => c is > ' ' and <= '~' and not '"' and not '\\')
            ? value
            : throw new LocalProblem($"{name} consists of printable ASCII characters without spaces, quote marks or backslashes.");
}
