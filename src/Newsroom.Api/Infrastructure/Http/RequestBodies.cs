using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Newsroom.Domain.Requests;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>
/// Reads the body of a request before its endpoint does. Errors name members of the API; the framework's errors would name .NET types.
/// </summary>
public sealed partial class RequestBodies(RequestDelegate next, IOptions<JsonOptions> json, ILogger<RequestBodies> log)
{
    /// <summary>Calls the next middleware if the body can be parsed.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (TypeOf(http) is { } type && await RefuseAsync(http, type) is { } refused)
        {
            await refused.ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private static Type? TypeOf(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || !http.Request.HasJsonContentType())
        {
            return null;
        }

        var type = http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        return type is { IsClass: true } ? type : null;
    }

    private async Task<IResult?> RefuseAsync(HttpContext http, Type type)
    {
        var encoding = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var contentType) ? contentType.Encoding : null;
        if (encoding is not null && encoding.CodePage != Encoding.UTF8.CodePage)
        {
            return Problem(StatusCodes.Status415UnsupportedMediaType, "The body is not in UTF-8. Send JSON in UTF-8.");
        }

        if (await ReadAsync(http) is not { } bytes)
        {
            var accepted = $"The body is too large. Accepted: at most {HttpConfiguration.MaxRequestBytes:N0} bytes.";
            return Problem(StatusCodes.Status413PayloadTooLarge, accepted);
        }

        http.Request.Body = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        http.Request.ContentLength = bytes.Count;
        try
        {
            var request = JsonSerializer.Deserialize(bytes, type, json.Value.SerializerOptions);
            if (request is null)
            {
                return RequestValidation.BodyRequired.ToProblem();
            }

            http.Features.Set(new RequestBody(request));
            return null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            Refused(log, http.Request.Path, wrong.GetType().Name);
            return JsonFaults.FindSyntax(bytes)?.ToProblem()
                ?? Validation.Problem([JsonFaults.Find(bytes, type, json.Value.SerializerOptions) ?? Unknown]);
        }
    }

    private static IResult Problem(int status, string detail) =>
        Results.Problem(detail, statusCode: status, title: ProblemTitles.Of(status));

    private static RequestFault Unknown { get; } =
        new("", "The body does not have the members that this request accepts. /openapi/v1.json describes them.");

    /// <summary>Reads the body without its byte order mark; null where it is too large.</summary>
    private static async Task<ArraySegment<byte>?> ReadAsync(HttpContext http)
    {
        using var read = new MemoryStream();
        try
        {
            var buffer = new byte[16 * 1024];
            while (await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is > 0 and var count)
            {
                if (read.Length + count > HttpConfiguration.MaxRequestBytes)
                {
                    return null;
                }

                read.Write(buffer, 0, count);
            }
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        var mark = read.GetBuffer().AsSpan(0, (int)read.Length).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        return new ArraySegment<byte>(read.GetBuffer(), mark, (int)read.Length - mark);
    }

    [LoggerMessage(LogLevel.Debug, "The body of {Path} could not be read: {Kind}.")]
    private static partial void Refused(ILogger log, string path, string kind);
}
