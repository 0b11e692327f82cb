using System.Text;
using Newsroom.Domain.Stories;

namespace Newsroom.Formats.Tests;

/// <summary>Generates editions whose texts attack each format: markup, ends of sections, control characters, other scripts.</summary>
public static class HostileEditions
{
    /// <summary>The site that publishes them.</summary>
    public static readonly Site Site = new("The Harbour & <Post>", "https://www.example.org");

    private static readonly string[] Pieces =
    [
        "The harbour",
        "]]>",
        "</script><script>alert(1)</script>",
        "<!-- -->",
        "<!--",
        "&amp; &lt; &#x0; &nbsp;",
        "\"'><img src=x onerror=alert(1)>",
        "{\"@type\":\"x\"}",
        "\u0001\u000B\u001F",
        "\u007F\u0085\u009F",
        "\u202Eמיניב\u202C",
        "مرحبا بالعالم",
        "😀𝔘𠀀",
        "\uFFFE\uFDD0",
        "\uD800",
        "\uDC00x",
        "e\u0301\u200D\u00AD",
        "---\n",
        "\r\n\r\n",
        "\n\n# ",
        "\n\n> ",
        "\n\n1. ",
        "\n\n    code",
        "\n\n```\n",
        "[link](javascript:alert(1))",
        "[link](https://example.org/a?b=c&d=\"e\")",
        "![picture](data:image/png;base64,AAAA)",
        "![picture](https://example.org/a.png \"a <title>\")",
        "<style>*{display:none}</style>",
        "<svg><script>1</script></svg>",
        "<abbr title=\"x\">y</abbr><sup>2</sup>",
        "<b onclick=\"alert(1)\">bold</b>",
        "**strong** _em_ `code </script>`",
        "“We will stay,” she said",
        "<table><tr><td>cell",
        "<plaintext>",
        "<math><mi>",
        "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
    ];

    /// <summary>Returns the editions with these seeds.</summary>
    public static IEnumerable<PublishedEdition> Of(int first, int count) => Enumerable.Range(first, count).Select(seed => Of(seed));

    /// <summary>Returns the edition of a seed.</summary>
    public static PublishedEdition Of(int seed)
    {
        var random = new Random(seed);
        var status = (seed % 5) switch
        {
            3 => PublicationStatus.Retracted,
            4 => PublicationStatus.Killed,
            _ => PublicationStatus.Live,
        };
        var at = new DateTimeOffset(2026, 3, 1, 9, 30, 15, TimeSpan.FromHours(1)).AddTicks(random.NextInt64(1L << 45));
        var number = random.Next(1, 6);
        var history = Enumerable
            .Range(1, number)
            .Select(n => new EditionEntry(n, KindOf(random, n), at.AddHours(n), null))
            .Select(e => e.Kind > EditionKind.Refile && status != PublicationStatus.Killed ? e with { Note = Text(random, 4) } : e)
            .ToList();
        var isKilled = status == PublicationStatus.Killed;
        var words = Text(random, 3);
        return new PublishedEdition(
            new Guid(seed, 0, 0, new byte[8]),
            $"story-{seed}",
            isKilled ? "" : Text(random, 4),
            status == PublicationStatus.Live ? Text(random, 4) : "",
            status == PublicationStatus.Live ? Text(random, seed % 50 == 0 ? 5_000 : 40) + words : ""
        )
        {
            Byline = isKilled ? "" : Text(random, 2),
            Dateline = isKilled ? "" : Text(random, 2),
            Desk = Text(random, 1),
            Language = (seed % 4) switch
            {
                0 => "en",
                1 => "nb-NO",
                2 => "zh-Hant",
                _ => "not a <language>",
            },
            Number = number,
            Kind = history[^1].Kind,
            FirstPublished = history[0].At,
            Updated = history[^1].At.AddMinutes(status == PublicationStatus.Live ? 0 : 1),
            Fingerprint = status == PublicationStatus.Live ? new string('a', 64) : null,
            Status = status,
            Notice = status == PublicationStatus.Live ? null : Text(random, 5),
            History = [.. history],
            Translations = seed % 3 == 0 ? [new PublicTranslation("de", $"artikel-{seed}"), new PublicTranslation("<x>", "other")] : [],
            ReplacedBy = status != PublicationStatus.Live && seed % 2 == 0 ? $"substitute-{seed}" : null,
            Genre = seed % 2 == 0 && status == PublicationStatus.Live ? Genre.FactCheck : Genre.Report,
            FactChecks = seed % 2 == 0 && status == PublicationStatus.Live ? [.. FactChecks(random, seed)] : [],
            FactCheckChanges = seed % 2 == 0 ? random.Next(0, 4) : 0,
            Quotes = status == PublicationStatus.Live ? [new VerifiedQuote(words, random.Next(3) == 0 ? null : Text(random, 2))] : [],
        };
    }

    /// <summary>Generates a feed of editions that are not killed, and of one that is.</summary>
    public static Feed FeedOf(int first, int count)
    {
        var items = Of(first, count * 2).Where(e => e.Status != PublicationStatus.Killed).Take(count).ToList();
        return new Feed("All", $"{Site.Url}/published/feed.atom?desk=%3C", items.Max(e => e.Updated), [.. items])
        {
            Killed = [new KilledItem("urn:uuid:killed", items[0].Updated)],
        };
    }

    private static IEnumerable<PublishedFactCheck> FactChecks(Random random, int seed) =>
        Enumerable
            .Range(0, random.Next(1, 4))
            .Select(n => new PublishedFactCheck(
                Text(random, 4),
                Text(random, 2),
                (ClaimantKind)random.Next(2),
                new FactCheckRating(Text(random, 1), random.Next(1, 4), 4),
                Text(random, seed % 100 == 0 ? 80_000 : 20),
                new DateTimeOffset(2026, 3, 2, 9, 0, n, TimeSpan.Zero)
            )
            {
                ClaimUrl = random.Next(3) switch
                {
                    0 => null,
                    1 => "https://example.org/a?b=\"c\"&d=<e>",
                    _ => "javascript:alert(1)//" + Text(random, 1),
                },
                ClaimDate = random.Next(2) == 0 ? null : new DateOnly(2026, 2, 28),
                Evidence =
                [
                    .. Enumerable
                        .Range(0, random.Next(4))
                        .Select(_ => new FactCheckEvidence(
                            (EvidenceKind)random.Next(6),
                            Text(random, 3),
                            random.Next(2) == 0 ? null : "data:text/html," + Text(random, 2),
                            random.Next(2) == 0 ? null : Text(random, 2)
                        )),
                ],
            });

    private static EditionKind KindOf(Random random, int number) =>
        number == 1 ? EditionKind.First : (EditionKind)random.Next((int)EditionKind.Update, (int)EditionKind.EditorsNote + 1);

    private static string Text(Random random, int pieces)
    {
        var text = new StringBuilder("W");
        for (var i = 0; i < pieces; i++)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) == 0 ? "" : " ");
        }

        return text.ToString();
    }
}
