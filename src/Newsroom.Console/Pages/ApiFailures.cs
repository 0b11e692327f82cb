using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Http;
using Newsroom.Console.Security;

namespace Newsroom.Console.Pages;

/// <summary>
/// Answers with a page what the API refused: in its words, with its status. A session whose token the API refuses is signed out.
/// </summary>
internal static class ApiFailures
{
    /// <summary>Returns what the API finds wrong with the parameters or members of a request.</summary>
    public static IEnumerable<string> FaultsOf(ApiException refused) =>
        (refused.Problem?.Errors ?? new Dictionary<string, IReadOnlyList<string>>()).SelectMany(error =>
            error.Value.Select(text => $"{error.Key}: {text}")
        );

    /// <summary>Calls an endpoint.</summary>
    public static async ValueTask<object?> HandleAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (ApiException refused) when (refused.StatusCode == HttpStatusCode.Unauthorized)
        {
            await http.SignOutAsync(Sessions.Scheme);
            return Results.Challenge(
                new AuthenticationProperties { RedirectUri = $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}" },
                [Sessions.Scheme]
            );
        }
        catch (ApiException refused)
        {
            var title = refused.Problem?.Title ?? refused.Status;
            return Views.Message(
                http,
                (int)refused.StatusCode,
                title,
                [refused.Problem?.Detail ?? refused.Message, .. FaultsOf(refused)]
            );
        }
        catch (Exception failure) when (failure is ApiUnreachableException or UnexpectedResponseException)
        {
            return Views.Message(
                http,
                StatusCodes.Status503ServiceUnavailable,
                "The API does not answer",
                failure.Message,
                "If you sent a form, go back and send it again: it is carried out once."
            );
        }
    }
}
