using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Tests.Stories.Commands;

/// <summary>
/// Many people revise one story at the same time. Each waits for the story's lock as long as the others take: on a busy machine longer
/// than a request may take by default.
/// </summary>
public sealed class ConcurrentEditTests(ConcurrentEditTests.PatientNewsroom newsroom, ITestOutputHelper output)
    : IClassFixture<ConcurrentEditTests.PatientNewsroom>
{
    private const int Clients = 32;
    private const int Edits = 160;
    private const char Mark = 'x';
    private const string NewParagraph = "A new paragraph with in it.";

    private static readonly string[] Paragraphs =
    [
        .. Enumerable.Range(0, 64).Select(i => $"Paragraph {i} has some words and then it has some more of them."),
    ];

    private const int MaxAttempts = 10;

    [Fact]
    public async Task All_who_read_one_version_and_keep_to_their_paragraphs_are_merged()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "All of one version", string.Join("\n\n", Paragraphs));
        string Said(int paragraph) => Paragraphs[paragraph].Replace("words", $"words of {paragraph}", StringComparison.Ordinal);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(client =>
                    Task.Run(() =>
                        newsroom
                            .As($"writer-{client}", Role.Editor)
                            .PostAsync(
                                $"/stories/{story.Id}/revise-article",
                                new { body = string.Join("\n\n", Paragraphs.Select((p, i) => i == client ? Said(i) : p)) },
                                basedOn: 1
                            )
                    )
                )
        );

        answers.ShouldAllBe(a => a.Status == 200);
        answers.Select(a => a.Version).Order().ShouldBe(Enumerable.Range(2, Clients).Select(v => (long)v));
        foreach (var answer in answers)
        {
            (answer.Json["merged"]?.AsArray() ?? [])
                .Select(m => m!["version"]!.GetValue<long>())
                .ShouldBe(Enumerable.Range(2, (int)answer.Version - 2).Select(v => (long)v));
        }

        (await story.BodyAsync()).ShouldBe(string.Join("\n\n", Paragraphs.Select((p, i) => i < Clients ? Said(i) : p)));
    }

    [Fact]
    public async Task Accepted_edits_are_stored_once_and_refused_ones_get_both_sides()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Many at once", string.Join("\n\n", Paragraphs));
        var edits = (await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => EditAsync(story, client)))))
            .SelectMany(e => e)
            .ToList();
        var accepted = edits.Where(e => e.Answer.Status == 200).ToDictionary(e => e.Word);
        var refused = edits.Where(e => e.Answer.Status == 409).ToList();

        output.WriteLine(
            $"{accepted.Count} of {Edits} edits by {Clients} clients accepted, "
                + $"{accepted.Values.Count(e => e.Answer.Json["merged"] is not null)} of them merged with others; {refused.Count} refused "
                + "with both sides."
        );
        edits.Where(e => e.Answer.Status is not (200 or 409)).Select(e => e.Answer.Text).ShouldBeEmpty();
        edits.Count.ShouldBe(Edits);
        accepted.Count.ShouldBeGreaterThanOrEqualTo(Edits / Clients);
        accepted.Values.Select(e => e.Answer.Version).Order().ShouldBe(Enumerable.Range(2, accepted.Count).Select(v => (long)v));
        refused.ShouldAllBe(e => ShowsBothSides(e));

        await using var session = newsroom.Host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var text = (await session.LoadAsync<StoryText>(story.Id, TestContext.Current.CancellationToken))!;
        var paragraphs = text.Article.Body.Split("\n\n").Select(p => p.Split(' ')).ToList();
        paragraphs
            .SelectMany(p => p)
            .Where(w => w.StartsWith(Mark))
            .Order(StringComparer.Ordinal)
            .ShouldBe(accepted.Keys.Order(StringComparer.Ordinal));
        var others = paragraphs.Select(p => string.Join(' ', p.Where(w => !w.StartsWith(Mark)))).ToLookup(p => p == NewParagraph);
        others[false].ShouldBe(Paragraphs);
        others[true].Count().ShouldBe(accepted.Values.Count(e => e.IsParagraph));
        foreach (var edit in accepted.Values)
        {
            var at = text.Article.Body.IndexOf(edit.Word, StringComparison.Ordinal);
            var span = text.BodyBlame.Of(new TextRange(at, at + edit.Word.Length)).Spans.ShouldHaveSingleItem();
            (span.Author.Split('@')[0], span.Version).ShouldBe((edit.By, edit.Answer.Version));
        }
    }

    private static bool ShowsBothSides(Edited edit)
    {
        edit.Answer.IsRefused(409, "overlap");
        var conflict = edit.Answer.Json["conflicts"]!.AsArray().ShouldHaveSingleItem()!;
        conflict["yours"]!["words"]!.GetValue<string>().ShouldContain(edit.Word);
        conflict["theirs"]!["words"]!.GetValue<string>().ShouldNotContain(edit.Word);
        conflict["base"]!["words"]!.GetValue<string>().ShouldNotContain(edit.Word);
        return conflict["theirs"]!["by"]!.AsArray().Count > 0;
    }

    /// <summary>Reads the story, inserts a unique word and sends it, several times; does not repeat a refused save.</summary>
    private async Task<List<Edited>> EditAsync(StoryDriver story, int client)
    {
        var (random, edits, name) = (new Random(client), new List<Edited>(), $"writer-{client}");
        var person = newsroom.As(name, Role.Editor);
        for (var i = client; i < Edits; i += Clients)
        {
            var seen = (await person.GetAsync($"/stories/{story.Id}")).Is(200);
            seen.ETag.ShouldBe($"\"v{seen.Version}\"");
            var paragraphs = seen.Json["article"]!["body"]!.GetValue<string>().Split("\n\n").ToList();
            var (word, isParagraph) = ($"{Mark}{i}{Mark}", i % 5 == 0);
            if (isParagraph)
            {
                paragraphs.Insert(
                    random.Next(paragraphs.Count + 1),
                    NewParagraph.Replace("with", $"with {word}", StringComparison.Ordinal)
                );
            }
            else
            {
                var at = random.Next(paragraphs.Count);
                var words = paragraphs[at].Split(' ').ToList();
                words.Insert(random.Next(1, words.Count), word);
                paragraphs[at] = string.Join(' ', words);
            }

            edits.Add(
                new Edited(
                    word,
                    name,
                    isParagraph,
                    await SaveAsync(person, story, string.Join("\n\n", paragraphs), seen.Version, word)
                )
            );
        }

        return edits;
    }

    /// <summary>Sends a revision. Where a loaded database leaves unknown whether it was stored, repeats it under its key.</summary>
    private static async Task<Answer> SaveAsync(Person person, StoryDriver story, string body, long seen, string key)
    {
        Answer answer;
        var attempts = 0;
        do
        {
            answer = await person.PostAsync($"/stories/{story.Id}/revise-article", new { body }, seen, key);
            attempts++;
        } while (answer.Status == 503 && attempts < MaxAttempts);

        return answer;
    }

    private sealed record Edited(string Word, string By, bool IsParagraph, Answer Answer);

    /// <summary>A newsroom whose requests may take as long as a test waits.</summary>
    public sealed class PatientNewsroom : Newsroom
    {
        public PatientNewsroom() => Configure = services => services.AddRequestTimeLimit(Eventually.Timeout);
    }
}
