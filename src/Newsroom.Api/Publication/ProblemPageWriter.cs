using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Formats;

namespace Newsroom.Api.Publication;

/// <summary>
/// Writes the problems of public reads as pages, to readers: where the request prefers HTML, and at addresses that are always HTML. Others
/// get problem details.
/// </summary>
internal sealed class ProblemPageWriter(PublicSite site) : IProblemDetailsWriter
{
    private const string Extension = ".html";

    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        return HttpMethods.IsGet(http.Request.Method)
            && EndpointOf(http)?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            && (http.Request.Path.Value!.EndsWith(Extension, StringComparison.Ordinal) || AcceptedTypes.PrefersHtml(http.Request.Headers));
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        Problems.Name(problem);
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = HtmlPage.ContentSecurityPolicy;
        if (!headers.Vary.Contains(HeaderNames.Accept))
        {
            headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        }

        var page = new ReaderProblem(http.Response.StatusCode, problem.Title ?? "", DetailsOf(problem));
        await new BytesResult(page.ToHtml(site.For(http.Request)), EditionFormat.Html.ContentType).ExecuteAsync(http);
    }

    // The endpoint of a request that failed is kept by the handler of exceptions only.
    private static Endpoint? EndpointOf(HttpContext http) => http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;

    private static IEnumerable<string> DetailsOf(Microsoft.AspNetCore.Mvc.ProblemDetails problem) =>
        problem is HttpValidationProblemDetails invalid
            ? invalid.Errors.SelectMany(fault => fault.Value.Select(accepted => $"{fault.Key}: {accepted}"))
            : new[] { problem.Detail }.OfType<string>();
}
