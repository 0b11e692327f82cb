using System.Net;
using System.Text.RegularExpressions;

namespace Newsroom.Client.Http;

/// <summary>The server refused a request.</summary>
public sealed partial class ApiException : Exception
{
    private ApiException(HttpResponseMessage response, string content, ApiProblem? problem)
        : base($"{problem?.Title ?? "The request failed"} ({Describe(response)}). {problem?.Detail}".TrimEnd())
    {
        StatusCode = response.StatusCode;
        Status = Describe(response);
        RequestUri = response.RequestMessage?.RequestUri;
        Content = content;
        Problem = problem;
        var challenge = ErrorDescription().Match(response.Headers.WwwAuthenticate.ToString());
        AuthenticationError = challenge.Success ? challenge.Groups[1].Value : null;
    }

    /// <summary>Gets the status code.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the status code with its reason phrase, such as <c>409 Conflict</c>.</summary>
    public string Status { get; }

    /// <summary>Gets the address of the request.</summary>
    public Uri? RequestUri { get; }

    /// <summary>Gets the body of the response.</summary>
    public string Content { get; }

    /// <summary>Gets the problem details; null when the server sent none.</summary>
    public ApiProblem? Problem { get; }

    /// <summary>Gets each reason with its stable code; empty when the server named none.</summary>
    public IReadOnlyList<ProblemReason> Reasons => Problem?.Reasons ?? [];

    /// <summary>Gets why the token was not accepted, from <c>WWW-Authenticate</c>.</summary>
    public string? AuthenticationError { get; }

    /// <summary>Gets whether the same request may succeed later: the server is overloaded, starting or without its database.</summary>
    public bool IsTransient =>
        StatusCode
            is HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    internal static async Task<ApiException> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = await response.Content.ReadAsStringAsync(cancellationToken);
        return new ApiException(response, content, ApiProblem.Parse(content));
    }

    private static string Describe(HttpResponseMessage response) => $"{(int)response.StatusCode} {response.ReasonPhrase}".Trim();

    [GeneratedRegex("error_description=\"([^\"]+)\"")]
    private static partial Regex ErrorDescription();
}
