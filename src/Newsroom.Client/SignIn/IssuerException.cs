namespace Newsroom.Client.SignIn;

/// <summary>An issuer of tokens refused a request, or cannot be used.</summary>
public sealed class IssuerException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What failed, why, and what to do.</param>
    /// <param name="error">The error code of the issuer; null where it did not answer as an issuer does.</param>
    public IssuerException(string message, string? error = null)
        : base(message) => Error = error;

    /// <summary>Gets the error code of the issuer (RFC 6749, section 5.2; RFC 8628, section 3.5); null where there is none.</summary>
    public string? Error { get; }
}
