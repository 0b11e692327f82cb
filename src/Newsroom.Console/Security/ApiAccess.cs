using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Console.Api;

namespace Newsroom.Console.Security;

/// <summary>The API as the signed-in person reaches it: with their token, which stays on the server.</summary>
internal sealed class ApiAccess(ApiAddress address, IHttpContextAccessor accessor)
{
    /// <summary>Gets the client of the signed-in person.</summary>
    public NewsroomClient Client { get; } =
        new(address.Http, new NewsroomClientOptions { TokenProvider = async _ => await TokenAsync(accessor.HttpContext!) });

    private static Task<string?> TokenAsync(HttpContext http) => http.GetTokenAsync(Sessions.Scheme, Sessions.AccessToken);
}
