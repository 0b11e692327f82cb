using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newsroom.Api.Tests;
using Newsroom.Domain.Kernel;
using SharpCompress.Compressors.Xz;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>Represents a corpus text with annotated speech.</summary>
/// <param name="Id">The id in the corpus.</param>
public sealed record AnnotatedText(string Id, string Text, ImmutableArray<AnnotatedQuote> Quotes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the texts of a corpus; skips the test with a message if it is absent.</summary>
    public static IEnumerable<AnnotatedText> Of(string corpus)
    {
        using var lines = new StreamReader(
            new XZStream(File.OpenRead(Corpus.Files("data/quotes", $"quotes-{corpus}.*.jsonl.xz")[0])),
            Encoding.UTF8
        );
        while (lines.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize<AnnotatedText>(line, Json)!;
        }
    }
}

/// <summary>Represents annotated speech.</summary>
/// <param name="Start">The start in UTF-16 code units.</param>
/// <param name="End">The end.</param>
/// <param name="Kind">Direct, mixed or indirect: the corpus's term.</param>
public sealed record AnnotatedQuote(int Start, int End, string Kind)
{
    /// <summary>Gets the start of the words that name the source; null where there are none.</summary>
    [JsonPropertyName("speaker_start")]
    public int? SourceStart { get; init; }

    /// <summary>Gets the end of these words.</summary>
    [JsonPropertyName("speaker_end")]
    public int? SourceEnd { get; init; }
}
