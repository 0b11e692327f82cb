namespace Newsroom.Client.SignIn;

/// <summary>A sign-in that a person confirms in a browser on any device (RFC 8628, section 3.2).</summary>
/// <param name="Code">The secret code of the client.</param>
/// <param name="UserCode">The code that the person compares or enters.</param>
/// <param name="Address">The address to open.</param>
/// <param name="AddressWithCode">The address that has the code already; null where the issuer has none.</param>
/// <param name="Lifetime">How long the codes are valid; null where the issuer does not say.</param>
/// <param name="Interval">The shortest time between two requests for the token.</param>
public sealed record DeviceCode(
    string Code,
    string UserCode,
    string Address,
    string? AddressWithCode,
    TimeSpan? Lifetime,
    TimeSpan Interval
);
