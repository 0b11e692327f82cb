using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Text;

/// <summary>
/// Writes blame in about a tenth of the length of its spans and seams as objects: <c>by</c> lists each author and version once,
/// <c>spans</c> has the length of each span, <c>seams</c> the distance of each seam from the one before, both with an index into the list:
/// <c>{"by":[{"length":0,"author":"ida","version":1,"movers":[]}],"spans":"12:0","seams":"4:0"}</c>. Reads objects too, as earlier builds
/// stored them.
/// </summary>
internal sealed class CompactBlameConverter : JsonConverter<Blame>
{
    private const string By = "by";

    public override Blame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var first = reader;
        return first.Read() && first.TokenType == JsonTokenType.PropertyName && first.ValueTextEquals(By)
            ? Expand(JsonSerializer.Deserialize<Compact>(ref reader, options)!)
            : JsonSerializer.Deserialize<Blame>(ref reader, options)!;
    }

    public override void Write(Utf8JsonWriter writer, Blame value, JsonSerializerOptions options)
    {
        var (by, indexes) = (ImmutableArray.CreateBuilder<BlameSpan>(), new Dictionary<BlameSpan, int>());
        var (spans, seams) = (new StringBuilder(), new StringBuilder());
        foreach (var span in value.Spans)
        {
            Append(spans, span.Length, IndexOf(span with { Length = 0 }));
        }

        var last = 0;
        foreach (var seam in value.Seams)
        {
            Append(seams, seam.At - last, IndexOf(new BlameSpan(0, seam.Author, seam.Version)));
            last = seam.At;
        }

        JsonSerializer.Serialize(writer, new Compact(by.DrainToImmutable(), spans.ToString(), seams.ToString()), options);

        int IndexOf(BlameSpan span)
        {
            if (!indexes.TryGetValue(span, out var index))
            {
                indexes.Add(span, index = by.Count);
                by.Add(span);
            }

            return index;
        }
    }

    private static void Append(StringBuilder list, int number, int index)
    {
        if (list.Length > 0)
        {
            list.Append(' ');
        }

        list.Append(CultureInfo.InvariantCulture, $"{number}:{index}");
    }

    private static Blame Expand(Compact compact)
    {
        var (spans, seams) = (ImmutableArray.CreateBuilder<BlameSpan>(), ImmutableArray.CreateBuilder<Seam>());
        foreach (var (length, by) in Pairs(compact.Spans, compact.By))
        {
            spans.Add(by with { Length = length });
        }

        var at = 0;
        foreach (var (distance, by) in Pairs(compact.Seams, compact.By))
        {
            at += distance;
            seams.Add(new Seam(at, by.Author, by.Version));
        }

        return new Blame(spans.DrainToImmutable(), seams.DrainToImmutable());
    }

    private static IEnumerable<(int Number, BlameSpan By)> Pairs(string list, ImmutableArray<BlameSpan> by)
    {
        for (var start = 0; start < list.Length; )
        {
            var space = list.IndexOf(' ', start);
            var pair = list.AsSpan()[start..(space < 0 ? list.Length : space)];
            var colon = pair.IndexOf(':');
            if (
                colon < 0
                || !int.TryParse(pair[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || !int.TryParse(pair[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                || index >= by.Length
            )
            {
                throw new JsonException($"\"{pair}\" is not a length or distance with an index into \"{By}\".");
            }

            start += pair.Length + 1;
            yield return (number, by[index]);
        }
    }

    private sealed record Compact(
        [property: JsonPropertyName(CompactBlameConverter.By)] ImmutableArray<BlameSpan> By,
        [property: JsonPropertyName("spans")] string Spans,
        [property: JsonPropertyName("seams")] string Seams
    );
}
