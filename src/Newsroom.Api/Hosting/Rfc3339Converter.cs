using System.Text.Json;
using System.Text.Json.Serialization;
using Newsroom.Api.Replay;

namespace Newsroom.Api.Hosting;

/// <summary>Reads a time with its offset, as RFC 3339 writes it. A time without an offset would be read in the server's zone, and is refused.</summary>
public sealed class Rfc3339Converter : JsonConverter<DateTimeOffset>
{
    /// <summary>How a time is written.</summary>
    public const string Accepted = "a time with its offset, as RFC 3339 writes it: 2026-03-12T09:30:00Z or 2026-03-12T09:30:00+01:00";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } written && !written.Contains(' ', StringComparison.Ordinal) && Moment.TimeOf(written) is { } time
            ? time
            : throw new JsonException($"Accepted: {Accepted}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
