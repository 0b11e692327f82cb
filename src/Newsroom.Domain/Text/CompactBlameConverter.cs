using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Text;

/// <summary>
/// Writes blame in its notation: <c>{"by":[{"length":0,"author":"ida","version":1,"movers":[]}],"spans":"12:0","seams":"4:0"}</c>. Reads
/// objects too, as earlier builds stored them.
/// </summary>
internal sealed class CompactBlameConverter : JsonConverter<Blame>
{
    private const string By = "by";

    public override Blame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var first = reader;
        if (!first.Read() || first.TokenType != JsonTokenType.PropertyName || !first.ValueTextEquals(By))
        {
            return JsonSerializer.Deserialize<Blame>(ref reader, options)!;
        }

        var compact = JsonSerializer.Deserialize<Compact>(ref reader, options)!;
        return BlameNotation.Read(compact.By, compact.Spans, compact.Seams);
    }

    public override void Write(Utf8JsonWriter writer, Blame value, JsonSerializerOptions options)
    {
        var (notation, spans, seams) = (new BlameNotation(), new StringBuilder(), new StringBuilder());
        notation.Append(spans, value.Spans);
        notation.Append(seams, value.Seams);
        JsonSerializer.Serialize(writer, new Compact(notation.By, spans.ToString(), seams.ToString()), options);
    }

    private sealed record Compact(
        [property: JsonPropertyName(CompactBlameConverter.By)] ImmutableArray<BlameSpan> By,
        [property: JsonPropertyName("spans")] string Spans,
        [property: JsonPropertyName("seams")] string Seams
    );
}
