using Microsoft.AspNetCore.Http;

namespace Newsroom.Console.Security;

/// <summary>Recognises requests that pages of other sites send.</summary>
internal static class SameOrigin
{
    /// <summary>Returns whether a page of the console sent the request, or a program that is no browser.</summary>
    public static bool Sent(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var sender) && sender.Authority == request.Host.Value);
    }
}
