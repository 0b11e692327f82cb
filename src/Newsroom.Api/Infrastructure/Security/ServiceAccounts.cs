using System.Security.Claims;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>
/// Recognises tokens of programs. It decides on the limit of their requests only: for every rule, a service account is a person.
/// </summary>
internal static class ServiceAccounts
{
    /// <summary>
    /// Returns whether a token is of a subscriber, or was given for client credentials: its subject is the client (RFC 9068, section 2.2),
    /// or the issuer says so in a claim of its own (<c>gty</c> of Auth0, <c>idtyp</c> of Entra ID).
    /// </summary>
    public static bool Has(ClaimsPrincipal user)
    {
        string? subject = null;
        string? client = null;
        foreach (var claim in user.Claims)
        {
            switch (claim.Type)
            {
                case CallingActor.SubscriberClaim:
                case "gty" when claim.Value == "client-credentials":
                case "idtyp" when claim.Value == "app":
                    return true;
                case "sub":
                    subject = claim.Value;
                    break;
                case "client_id" or "azp":
                    client = claim.Value;
                    break;
            }
        }

        return client is not null && client == subject;
    }
}
