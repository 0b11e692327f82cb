using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Generates realistic stories: a body of 3 KB with quotations and claims.</summary>
internal static class SampleStories
{
    /// <summary>The number of quotations, and of claims, in a body.</summary>
    public const int Passages = 12;

    private static readonly CompositeFormat Paragraph = CompositeFormat.Parse(
        "{0}We saw the water come over wall {1} twice that night{2} said the harbour master. The wall is {3} metres long. "
            + "Nobody on the quay could say when it had last been looked at, or who was to pay for it; and the minutes, which were "
            + "asked for, are kept elsewhere. Revision {4}."
    );

    /// <summary>Returns the body at a revision; each changes the last sentence of one paragraph.</summary>
    public static string Body(int revision = 0, int quotations = Passages) =>
        string.Join(
            "\n\n",
            Enumerable
                .Range(0, Passages)
                .Select(p =>
                    string.Format(
                        CultureInfo.InvariantCulture,
                        Paragraph,
                        p < quotations ? "“" : "",
                        p + 1,
                        p < quotations ? ",”" : ",",
                        30 + p,
                        Last(revision, p)
                    )
                )
        );

    public static string Quotation(int at) => $"“We saw the water come over wall {at + 1} twice that night,”";

    public static string Claim(int at) => $"The wall is {30 + at} metres long.";

    /// <summary>Returns a check of a passage.</summary>
    public static object Check(string passage, string fingerprint) =>
        new
        {
            passage,
            fingerprint,
            verdict = "verified",
            method = "Listened to the recording.",
            evidence = new[]
            {
                new
                {
                    kind = "recording",
                    citation = "Council webcast, 13 October",
                    locator = "01:12:40",
                },
            },
        };

    /// <summary>Drafts a story.</summary>
    public static async Task<Guid> DraftAsync(BenchClient editor, int quotations = Passages, string desk = "town")
    {
        var (_, answer) = await editor.CommandAsync(
            "/stories/draft-article",
            new
            {
                desk,
                headline = $"Story {Guid.NewGuid():N}",
                standfirst = "What was seen that night, and by whom",
                body = Body(quotations: quotations),
                byline = "Ana",
            }
        );
        return answer["story"]!.GetValue<Guid>();
    }

    /// <summary>Drafts a story and satisfies all its gates.</summary>
    /// <returns>The story and its version.</returns>
    public static async Task<(Guid Story, long Version)> ReadyAsync(ServedNewsroom newsroom, int quotations = Passages)
    {
        using var rita = newsroom.Client("rita", Role.Reporter);
        using var eve = newsroom.Client("eve", Role.Editor);
        using var femi = newsroom.Client("femi", Role.FactChecker);
        using var lea = newsroom.Client("lea", Role.Legal);
        var story = await DraftAsync(rita, quotations);
        var version = 1L;
        JsonNode answer = null!;
        for (var at = 0; at < quotations; at++)
        {
            (version, answer) = await rita.CommandAsync(
                $"/stories/{story}/attribute-quote",
                new { words = Quotation(at), speaker = "harbour-master" },
                version
            );
            await CheckAsync(answer, $"q{at + 1}");
        }

        (version, answer) = await rita.CommandAsync($"/stories/{story}/flag-claim", new { words = Claim(0) }, version);
        await CheckAsync(answer, "c1");
        (version, _) = await rita.CommandAsync($"/stories/{story}/submit-for-review", new { }, version);
        var fingerprint = (await eve.JsonAsync($"/stories/{story}"))["fingerprint"]!.GetValue<string>();
        await eve.CommandAsync($"/stories/{story}/approve", new { fingerprint });
        (version, _) = await lea.CommandAsync($"/stories/{story}/approve", new { fingerprint });
        return (story, version);

        async Task CheckAsync(JsonNode marked, string passage) =>
            (version, _) = await femi.CommandAsync(
                $"/stories/{story}/fact-check",
                SampleStories.Check(passage, marked["events"]![0]!["data"]!["fingerprint"]!.GetValue<string>())
            );
    }

    private static int Last(int revision, int paragraph) =>
        revision <= paragraph ? 0 : ((revision - 1 - paragraph) / Passages * Passages) + paragraph + 1;
}
