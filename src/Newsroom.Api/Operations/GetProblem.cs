using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Operations;

/// <summary>GET /problems/{code}: the page that the member <c>type</c> of a problem names.</summary>
public static class GetProblemEndpoint
{
    /// <summary>Describes a type of problem, as JSON or HTML.</summary>
    [EndpointSummary("Describe a type of problem: its title, its status codes, what is wrong and what to do. As JSON or HTML, by Accept.")]
    [ProducesResponseType<ProblemPage>(StatusCodes.Status200OK, "application/json", "text/html")]
    public static IResult Get(string code, HttpContext http)
    {
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var types = ProblemTypes.Of(code).ToList();
        if (types.Count == 0)
        {
            return Refusal.NotFound("unknown-problem", $"There is no problem type \"{code}\".").ToProblem();
        }

        var page = new ProblemPage(
            ProblemTypes.UriOf(code),
            code,
            [.. types.Select(t => new ProblemMeaning(t.Status, ProblemTitles.Of(t.Status, code), t.Meaning))]
        );
        return AcceptedTypes.PrefersHtml(http.Request.Headers) ? Results.Text(page.ToHtml(), "text/html; charset=utf-8") : Results.Ok(page);
    }
}

/// <summary>A type of problem.</summary>
/// <param name="Type">The member <c>type</c> of its problems.</param>
/// <param name="Code">Its code.</param>
/// <param name="Meanings">Its meaning with each status code.</param>
public sealed record ProblemPage(string Type, string Code, IReadOnlyList<ProblemMeaning> Meanings)
{
    /// <summary>Renders the page.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Code}</title></head><body>\n"
        );
        html.Append(CultureInfo.InvariantCulture, $"<h1>{WebUtility.HtmlEncode(Code)}</h1>\n");
        foreach (var meaning in Meanings)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{meaning.Status} {WebUtility.HtmlEncode(meaning.Title)}</h2>\n");
            html.Append(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(meaning.Meaning)}</p>\n");
        }

        return html.Append("</body></html>\n").ToString();
    }
}

/// <summary>The meaning of a problem with one status code.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Title">The title.</param>
/// <param name="Meaning">What is wrong, and what to do.</param>
public sealed record ProblemMeaning(int Status, string Title, string Meaning);
