using System.Collections.Specialized;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;

namespace Newsroom.Client.Http;

/// <summary>A successful response.</summary>
/// <typeparam name="T">The type that the client reads it as.</typeparam>
public sealed partial class ApiResponse<T>
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly bool isPreview;

    private T? value;

    /// <summary>Wraps a JSON response.</summary>
    /// <param name="json">The response as the server sent it.</param>
    /// <param name="next">The cursor of the next page; null on the last page and outside lists.</param>
    public ApiResponse(JsonElement json, string? next = null)
        : this(json, next, isPreview: false) { }

    private ApiResponse(JsonElement json, string? next, bool isPreview) => (Json, Next, this.isPreview) = (json, next, isPreview);

    /// <summary>Gets the response as the server sent it, with members that this client does not know.</summary>
    public JsonElement Json { get; }

    /// <summary>Gets the cursor of the next page; null on the last page and outside lists.</summary>
    public string? Next { get; }

    /// <summary>Gets the version that the next page is of, where its pages are of one version of a story; otherwise null.</summary>
    public long? NextVersion { get; private init; }

    /// <summary>Gets the response as the client reads it.</summary>
    /// <exception cref="UnexpectedResponseException">The response has another format than this client expects.</exception>
    public T Value => value ??= Read();

    /// <summary>Gets what a command would do, where it was decided only; otherwise null.</summary>
    public CommandPreview? Preview => isPreview ? field ??= Json.Deserialize<CommandPreview>(Reading) : null;

    internal static ApiResponse<T> Parse(HttpResponseMessage response, string content, bool isPreview = false)
    {
        try
        {
            var next = NextPage(response);
            return new ApiResponse<T>(JsonElement.Parse(content), next["after"], isPreview) { NextVersion = VersionOf(next) };
        }
        catch (JsonException failure)
        {
            var type = response.Content.Headers.ContentType?.MediaType ?? "no content type";
            throw new UnexpectedResponseException(
                $"{response.RequestMessage?.RequestUri} is not an address of a newsroom: it answers with {type} instead of JSON.",
                failure
            );
        }
    }

    private T Read()
    {
        try
        {
            return Json.Deserialize<T>(Reading) ?? throw new UnexpectedResponseException("The server answered null.");
        }
        catch (JsonException failure)
        {
            throw new UnexpectedResponseException($"The response is not in the expected format: {failure.Message}", failure);
        }
    }

    /// <summary>Returns the parameters of the next page; none on the last.</summary>
    private static NameValueCollection NextPage(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out var links) && NextLink().Match(string.Join(',', links)) is { Success: true } match
            ? HttpUtility.ParseQueryString(match.Groups[1].Value)
            : [];

    private static long? VersionOf(NameValueCollection next) =>
        long.TryParse(next["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    [GeneratedRegex("""<[^>?]*\?([^>]*)>\s*;\s*rel="?next"?""")]
    private static partial Regex NextLink();
}
