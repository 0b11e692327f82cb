namespace Newsroom.Console.Security;

/// <summary>Names of the console's sessions.</summary>
internal static class Sessions
{
    /// <summary>The authentication scheme of the session cookie.</summary>
    public const string Scheme = "console";

    /// <summary>The authentication scheme of the OpenID Connect issuer.</summary>
    public const string IssuerScheme = "console-issuer";

    /// <summary>The authorization policy of pages.</summary>
    public const string Policy = "console";

    /// <summary>The name under which a session keeps its bearer token.</summary>
    public const string AccessToken = "access_token";

    /// <summary>The claim with the name that the pages show.</summary>
    public const string NameClaim = "name";
}
