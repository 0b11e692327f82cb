namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Creates responses with an entity tag (RFC 9110, 13.1.2).</summary>
public static class ConditionalResult
{
    /// <summary>Returns the value with its ETag, or 304 where the caller has it.</summary>
    public static IResult Answer(HttpContext http, string etag, object value)
    {
        http.Response.Headers.ETag = etag;
        return Has(http, etag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Ok(value);
    }

    /// <summary>Returns whether the caller has this entity.</summary>
    public static bool Has(HttpContext http, string etag) =>
        http
            .Request.Headers.IfNoneMatch.ToString()
            .Split(',', StringSplitOptions.TrimEntries)
            .Any(seen => seen == etag || seen == "W/" + etag || seen == "*");
}
