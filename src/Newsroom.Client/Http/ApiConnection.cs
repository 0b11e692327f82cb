using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Newsroom.Client.Http;

/// <summary>Sends requests, repeats those that are safe to repeat, and throws what the server refuses.</summary>
internal sealed class ApiConnection(HttpClient http, NewsroomClientOptions options)
{
    public async Task<ApiResponse<T>> SendAsync<T>(ApiRequest request, CancellationToken cancellationToken)
    {
        request = AsPreview(request);
        using var response = await SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        if (request.Preview && !IsApplied(response))
        {
            throw new UnexpectedResponseException(
                "The server does not know previews: it carried the command out. Check the history before sending it again."
            );
        }

        return ApiResponse<T>.Parse(response, await response.Content.ReadAsStringAsync(cancellationToken), request.Preview);
    }

    public async Task<byte[]> GetBytesAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>Copies a body of any length to a stream while it arrives.</summary>
    public async Task CopyAsync(ApiRequest request, Stream destination, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[64 * 1024];
        while (await ReadAsync(() => content.ReadAsync(buffer, cancellationToken)) is > 0 and var count)
        {
            await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }

    /// <summary>Copies a text of any length to a writer while it arrives.</summary>
    public async Task CopyTextAsync(ApiRequest request, TextWriter destination, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var reader = await OpenTextAsync(response, cancellationToken);
        var buffer = new char[16 * 1024];
        while (await ReadAsync(() => reader.ReadAsync(buffer, cancellationToken)) is > 0 and var count)
        {
            await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }

    /// <summary>Reads a response of JSON Lines while it arrives.</summary>
    public async IAsyncEnumerable<T> ReadLinesAsync<T>(ApiRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var reader = await OpenTextAsync(response, cancellationToken);
        while (await ReadAsync(() => reader.ReadLineAsync(cancellationToken)) is { } line)
        {
            yield return Parse<T>(line);
        }
    }

    /// <summary>Opens a response whose body is read while it arrives. The caller disposes of it.</summary>
    public Task<HttpResponseMessage> OpenAsync(ApiRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    private ApiRequest AsPreview(ApiRequest request) =>
        options.Preview && request.Method != HttpMethod.Get ? request with { Preview = true } : request;

    private static bool IsApplied(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Preference-Applied", out var applied) && applied.Contains("dry-run");

    private static T Parse<T>(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)
                ?? throw new UnexpectedResponseException("The server sent an empty line.");
        }
        catch (JsonException failure)
        {
            throw new UnexpectedResponseException($"The server sent a line that is not in the expected format: {failure.Message}", failure);
        }
    }

    private static async Task<StreamReader> OpenTextAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(await response.Content.ReadAsStreamAsync(cancellationToken), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private async ValueTask<T> ReadAsync<T>(Func<ValueTask<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException)
        {
            throw new ApiUnreachableException(http.BaseAddress, $"the connection broke off: {failure.Message}", failure);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        ApiRequest request,
        HttpCompletionOption completion,
        CancellationToken cancellationToken
    )
    {
        for (var retries = 0; ; retries++)
        {
            var response = await SendOnceAsync(request, completion, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                if (retries == options.MaxRetries || !IsRepeatable(request, response) || DelayBeforeRetry(response) is not { } delay)
                {
                    throw await ApiException.ReadAsync(response, cancellationToken);
                }

                await Task.Delay(delay, options.TimeProvider, cancellationToken);
            }
        }
    }

    // A request that was refused with 429 was not read, so that a command was not carried out.
    private static bool IsRepeatable(ApiRequest request, HttpResponseMessage response) =>
        request.IsRepeatable || response.StatusCode == HttpStatusCode.TooManyRequests;

    private async Task<HttpResponseMessage> SendOnceAsync(
        ApiRequest request,
        HttpCompletionOption completion,
        CancellationToken cancellationToken
    )
    {
        using var message = AsPreview(request).ToMessage(await options.TokenProvider(cancellationToken));
        options.Position.AddTo(message);
        try
        {
            var response = await http.SendAsync(message, completion, cancellationToken);
            options.Position.ReadFrom(response);
            return response;
        }
        catch (HttpRequestException failure)
        {
            throw new ApiUnreachableException(http.BaseAddress, failure.Message, failure);
        }
        catch (TaskCanceledException failure) when (failure.InnerException is TimeoutException)
        {
            throw new ApiUnreachableException(http.BaseAddress, $"no response within {http.Timeout.TotalSeconds:0} seconds", failure);
        }
    }

    /// <summary>Returns how long the server asks to wait; null where the request is not to be repeated.</summary>
    private TimeSpan? DelayBeforeRetry(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
        {
            return null;
        }

        var delay = response.Headers.RetryAfter switch
        {
            { Delta: { } seconds } => seconds,
            { Date: { } date } => date - options.TimeProvider.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        if (delay is null || delay > options.MaxRetryDelay)
        {
            return null;
        }

        return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
    }
}
