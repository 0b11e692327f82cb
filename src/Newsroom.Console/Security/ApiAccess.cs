using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Console.Api;

namespace Newsroom.Console.Security;

/// <summary>
/// The API as the signed-in person reaches it: with their token, which stays on the server. A cookie has the last event that they recorded,
/// so that their next page shows it, whichever host answers.
/// </summary>
internal sealed class ApiAccess
{
    private const string Cookie = "newsroom-sequence";

    // Replicas are not read when they are farther behind.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly RecordedPosition position;

    public ApiAccess(ApiAddress address, IHttpContextAccessor accessor)
    {
        var http = accessor.HttpContext!;
        var given = http.Request.Cookies[Cookie];
        var before = long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
        position = new RecordedPosition(before);
        Client = new(
            address.Http,
            new NewsroomClientOptions { TokenProvider = async _ => await TokenAsync(accessor.HttpContext!), Position = position }
        );
        http.Response.OnStarting(() => RememberAsync(http, before));
    }

    /// <summary>Gets the client of the signed-in person.</summary>
    public NewsroomClient Client { get; }

    private Task RememberAsync(HttpContext http, long before)
    {
        if (position.Sequence > before)
        {
            var options = new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Remembered,
                Path = ConsoleSetup.Path,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            };
            http.Response.Cookies.Append(Cookie, position.Sequence.ToString(CultureInfo.InvariantCulture), options);
        }

        return Task.CompletedTask;
    }

    private static Task<string?> TokenAsync(HttpContext http) => http.GetTokenAsync(Sessions.Scheme, Sessions.AccessToken);
}
