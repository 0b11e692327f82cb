using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Newsroom.Api.Tests;
using Newsroom.Domain.Kernel;
using SharpCompress.Compressors.Xz;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>A text of a corpus, and what people marked in it as said.</summary>
/// <param name="Id">Its name in the corpus.</param>
/// <param name="Text">The text.</param>
/// <param name="Quotes">What they marked.</param>
public sealed record AnnotatedText(string Id, string Text, ImmutableArray<AnnotatedQuote> Quotes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The texts of a corpus; the test is skipped with a message where it is absent.</summary>
    public static IEnumerable<AnnotatedText> Of(string corpus)
    {
        using var lines = new StreamReader(
            new XZStream(File.OpenRead(Material.Files("data/quotes", $"quotes-{corpus}.*.jsonl.xz")[0])),
            Encoding.UTF8
        );
        while (lines.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize<AnnotatedText>(line, Json)!;
        }
    }
}

/// <summary>Words that people marked as said.</summary>
/// <param name="Start">Where they begin, in UTF-16 code units.</param>
/// <param name="End">Where they end.</param>
/// <param name="Kind">Direct, mixed, indirect: in the corpus's own words.</param>
public sealed record AnnotatedQuote(int Start, int End, string Kind);
