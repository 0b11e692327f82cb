using System.Security.Claims;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>A claim that a token must have, where the issuer also gives tokens for others.</summary>
/// <param name="Type">The name of the claim.</param>
/// <param name="Value">The value; a claim with several values must include it.</param>
internal sealed record RequiredClaim(string Type, string Value)
{
    /// <summary>Returns whether a token has it.</summary>
    public bool IsIn(ClaimsPrincipal user) => user.HasClaim(Type, Value);
}
