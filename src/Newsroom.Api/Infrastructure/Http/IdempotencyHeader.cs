namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Reads the header that makes a command safe to repeat.</summary>
public static class IdempotencyHeader
{
    /// <summary>The header's name.</summary>
    public const string Name = "Idempotency-Key";

    /// <summary>Returns the key without the quotation marks of a structured string; empty where there is none.</summary>
    public static string ReadFrom(HttpRequest request) => request.Headers[Name].ToString().Trim().Trim('"');
}
