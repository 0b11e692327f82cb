using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newsroom.Api.Tests;
using SharpCompress.Compressors.Xz;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>Represents the revision history of an imported article: its distinct bodies in order.</summary>
/// <param name="Name">The repository and the article.</param>
/// <param name="Bodies">Markdown, without its front matter.</param>
public sealed partial record History(string Name, ImmutableArray<string> Bodies)
{
    private static readonly Lazy<ImmutableArray<History>> Read = new(() =>
        [.. Corpus.Files("data/histories", "*.versions.jsonl.xz").Order(StringComparer.Ordinal).SelectMany(In)]
    );

    /// <summary>Lists all histories; skips the test if there are none.</summary>
    public static ImmutableArray<History> All => Read.Value;

    /// <summary>Lists all pairs of consecutive versions.</summary>
    public IEnumerable<(string Before, string After)> Revisions => Bodies.Zip(Bodies.Skip(1));

    /// <summary>Of every how many histories one is compared: all with NEWSROOM_HISTORIES=all.</summary>
    private static readonly int Interval = Environment.GetEnvironmentVariable("NEWSROOM_HISTORIES") == "all" ? 1 : 4;

    private static readonly int First = System.Random.Shared.Next(Interval);

    private static ImmutableArray<History> Compared { get; } = [.. All.Where((_, i) => i % Interval == First)];

    /// <summary>Checks a property for every fourth history from a random one, or for all, with a random seed of each history.</summary>
    public static void Each(Action<History, System.Random> law)
    {
        var broken = new ConcurrentBag<string>();
        Parallel.ForEach(
            Compared,
            history =>
            {
                try
                {
                    law(history, new System.Random(history.Name.Aggregate(17, (seed, c) => unchecked((seed * 31) + c))));
                }
                catch (Exception e) when (e is ShouldAssertException or InvalidOperationException or ArgumentException)
                {
                    broken.Add($"{history.Name}: {e.Message}");
                }
            }
        );
        var compared = $"{Compared.Length} histories, one of {Interval} from {First}";
        broken.Order(StringComparer.Ordinal).ShouldBeEmpty($"{broken.Count} of {compared}");
    }

    private static IEnumerable<History> In(string file)
    {
        var bodies = Lines(file.Replace(".versions.", ".blobs.", StringComparison.Ordinal))
            .Where(blob => blob.TryGetProperty("text", out _))
            .ToDictionary(
                blob => blob.GetProperty("blob").GetString()!,
                blob => FrontMatter().Replace(blob.GetProperty("text").GetString()!, "")
            );
        foreach (var article in Lines(file).GroupBy(v => v.GetProperty("article").GetInt32()))
        {
            var versions = article
                .Select(v => v.GetProperty("blob").GetString())
                .OfType<string>()
                .Where(bodies.ContainsKey)
                .Select(blob => bodies[blob])
                .ToList();
            if (versions.Count > 0)
            {
                yield return new History(
                    $"{Path.GetFileName(file).Split('.')[0]} {article.Key}",
                    [.. versions.Where((body, i) => i == 0 || body != versions[i - 1])]
                );
            }
        }
    }

    private static IEnumerable<JsonElement> Lines(string file)
    {
        using var stored = File.OpenRead(file);
        using var lines = new StreamReader(new XZStream(stored));
        while (lines.ReadLine() is { } line)
        {
            yield return JsonElement.Parse(line);
        }
    }

    [GeneratedRegex(@"\A(---|\+\+\+)[ \t]*\r?\n(.*?\n)?\1[ \t]*(\r?\n|\z)", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();
}
