namespace Newsroom.Api.Infrastructure.Http;

/// <summary>The header under which a command is carried out once, however often it is sent.</summary>
public static class IdempotencyHeader
{
    /// <summary>Its name.</summary>
    public const string Name = "Idempotency-Key";

    /// <summary>Returns the key, without the quote marks of a structured string; empty where there is none.</summary>
    public static string ReadFrom(HttpRequest request) => request.Headers[Name].ToString().Trim().Trim('"');
}
