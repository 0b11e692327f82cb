using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Text;

/// <summary>
/// Writes the carried words of a revision as a list of objects where they are few. A restored version in which every other word changes
/// has a hundred thousand of them, a hundred bytes of JSON for each letter; many are written in the notation of blame, with the authors
/// listed once, and one item per place: <c>{"by":[…],"body":{"at":"3;5","spans":"4:0;2:0 3:1","seams":";1:0"}}</c>. Places are distances
/// from the place before. Both forms are part of the storage contract.
/// </summary>
internal sealed class CarriedWordsConverter : JsonConverter<ImmutableArray<CarriedWords>?>
{
    /// <summary>The maximum number of spans and seams that are written as objects.</summary>
    internal const int MaxObjects = 1000;

    private const char Separator = ';';

    public override ImmutableArray<CarriedWords>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject
            ? Expand(JsonSerializer.Deserialize<Compact>(ref reader, options)!)
            : JsonSerializer.Deserialize<ImmutableArray<CarriedWords>>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, ImmutableArray<CarriedWords>? value, JsonSerializerOptions options)
    {
        var carried = value ?? [];
        if (carried.Sum(c => c.Blame.Spans.Length + c.Blame.Seams.Length) > MaxObjects)
        {
            JsonSerializer.Serialize(writer, Shorten(carried), options);
        }
        else
        {
            JsonSerializer.Serialize(writer, carried, options);
        }
    }

    private static Compact Shorten(ImmutableArray<CarriedWords> carried)
    {
        var notation = new BlameNotation();
        var (headline, standfirst, body) = (Of(ArticleField.Headline), Of(ArticleField.Standfirst), Of(ArticleField.Body));
        return new Compact(notation.By, headline, standfirst, body);

        Places? Of(ArticleField field)
        {
            var (at, spans, seams, last) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), 0);
            foreach (var words in carried.Where(c => c.Field == field))
            {
                if (at.Length > 0)
                {
                    at.Append(Separator);
                    spans.Append(Separator);
                    seams.Append(Separator);
                }

                at.Append(CultureInfo.InvariantCulture, $"{words.At - last}");
                last = words.At;
                notation.Append(spans, words.Blame.Spans);
                notation.Append(seams, words.Blame.Seams);
            }

            return at.Length == 0 ? null : new Places(at.ToString(), spans.ToString(), seams.ToString());
        }
    }

    private static ImmutableArray<CarriedWords> Expand(Compact compact)
    {
        var carried = ImmutableArray.CreateBuilder<CarriedWords>();
        Add(ArticleField.Headline, compact.Headline);
        Add(ArticleField.Standfirst, compact.Standfirst);
        Add(ArticleField.Body, compact.Body);
        return carried.DrainToImmutable();

        void Add(ArticleField field, Places? places)
        {
            if (places is null)
            {
                return;
            }

            var (ats, spans, seams) = (places.At.Split(Separator), places.Spans.Split(Separator), places.Seams.Split(Separator));
            if (ats.Length != spans.Length || ats.Length != seams.Length)
            {
                throw new JsonException("The carried words have lists of different lengths.");
            }

            var last = 0;
            for (var place = 0; place < ats.Length; place++)
            {
                if (!int.TryParse(ats[place], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var distance))
                {
                    throw new JsonException($"\"{ats[place]}\" is not the distance of carried words.");
                }

                last += distance;
                carried.Add(new CarriedWords(field, last, BlameNotation.Read(compact.By, spans[place], seams[place])));
            }
        }
    }

    private sealed record Compact(
        [property: JsonPropertyName("by")] ImmutableArray<BlameSpan> By,
        [property: JsonPropertyName("headline")] Places? Headline,
        [property: JsonPropertyName("standfirst")] Places? Standfirst,
        [property: JsonPropertyName("body")] Places? Body
    );

    private sealed record Places(
        [property: JsonPropertyName("at")] string At,
        [property: JsonPropertyName("spans")] string Spans,
        [property: JsonPropertyName("seams")] string Seams
    );
}
