using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>
/// Reads a time with its offset (RFC 3339). A time without one is refused, because it would be read in the server's zone.
/// </summary>
public sealed class Rfc3339Converter : JsonConverter<DateTimeOffset>
{
    /// <summary>Describes the accepted format.</summary>
    public const string Accepted = "a time with its offset, as RFC 3339 writes it: 2026-03-12T09:30:00Z or 2026-03-12T09:30:00+01:00";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TimeOf(reader.GetString()!) is { } time
            ? time
            : throw new JsonException($"Accepted: {Accepted}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    // A query may have a space where its plus sign was not escaped; a body may not.
    private static DateTimeOffset? TimeOf(string written) =>
        written.Contains(' ', StringComparison.Ordinal) ? null : PointInTime.TimeOf(written);
}
