namespace Newsroom.Api.Infrastructure.Http;

/// <summary>The quota of a caller after a request, as response headers (draft-ietf-httpapi-ratelimit-headers-11).</summary>
/// <param name="Policy">The value of <c>RateLimit-Policy</c>.</param>
/// <param name="State">The value of <c>RateLimit</c>.</param>
internal sealed record Quota(string Policy, string State)
{
    /// <summary>The header with the policy.</summary>
    public const string PolicyHeader = "RateLimit-Policy";

    /// <summary>The header with what is left.</summary>
    public const string StateHeader = "RateLimit";
}
