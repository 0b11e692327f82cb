namespace Newsroom.Api.Infrastructure.Security;

/// <summary>Reports that tokens cannot be verified, because the issuer's keys cannot be read.</summary>
internal sealed class IssuerUnavailableException(string message) : Exception(message);
