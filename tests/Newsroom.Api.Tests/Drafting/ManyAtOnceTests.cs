using System.Collections.Concurrent;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Tests.Walks;
using Newsroom.Domain;
using Newsroom.Domain.Articles;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Tests.Drafting;

/// <summary>A whole desk in one story.</summary>
public class ManyAtOnceTests(Newsroom newsroom, ITestOutputHelper output)
{
    private const int Clients = 32;
    private const int Edits = 1000;
    private const int Paragraphs = 64;

    [Fact]
    public async Task What_was_accepted_is_there_once_and_what_was_not_got_both_sides()
    {
        var paragraphs = Enumerable.Range(0, Paragraphs).Select(i => $"Paragraph {i} has some words and then it has some more of them.");
        var story = await StoryUnderWay.Drafted(newsroom, "Many at once", string.Join("\n\n", paragraphs));
        var accepted = new ConcurrentDictionary<string, string>();
        var refused = new ConcurrentDictionary<string, string>();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => Edit(story, client, accepted, refused))));

        output.WriteLine($"{accepted.Count} of {Edits} edits by {Clients} clients accepted, {refused.Count} refused with both sides.");
        (accepted.Count + refused.Count).ShouldBe(Edits);
        await using var session = newsroom.Host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var text = (await session.LoadAsync<StoryText>(story.Id, TestContext.Current.CancellationToken))!;
        var body = text.Article.Body;
        var words = body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).CountBy(w => w).ToDictionary();
        accepted.Keys.Where(word => words.GetValueOrDefault(word) != 1).ShouldBeEmpty();
        refused.Keys.Where(words.ContainsKey).ShouldBeEmpty();
        foreach (var (word, by) in accepted)
        {
            var at = body.IndexOf(word, StringComparison.Ordinal);
            text.BodyBlame.Of(new TextRange(at, at + word.Length)).Spans.ShouldHaveSingleItem().Author.ShouldStartWith($"{by}@");
        }
    }

    /// <summary>Reads the story, puts one word of their own somewhere, and sends it, again and again; never twice what was refused.</summary>
    private async Task Edit(StoryUnderWay story, int client, ConcurrentDictionary<string, string> accepted, ConcurrentDictionary<string, string> refused)
    {
        var random = new Random(client);
        var name = $"writer-{client}";
        var person = newsroom.As(name, Role.Editor);
        for (var i = client; i < Edits; i += Clients)
        {
            var seen = (await person.Get($"/stories/{story.Id}")).Is(200).Json;
            var paragraphs = seen["article"]!["body"]!.GetValue<string>().Split("\n\n").ToList();
            var (word, at) = ($"w{i}x", random.Next(paragraphs.Count));
            var old = paragraphs[at].Split(' ').ToList();
            if (i % 5 == 0)
            {
                paragraphs.Insert(at, $"A new paragraph with {word} in it.");
            }
            else
            {
                old.Insert(random.Next(old.Count), word);
                paragraphs[at] = string.Join(' ', old);
            }

            var answer = await person.Post($"/stories/{story.Id}/revise-article", new { body = string.Join("\n\n", paragraphs) }, seen["version"]!.GetValue<long>());
            answer.Status.ShouldBeOneOf([200, 409], answer.Text);
            if (answer.Status == 409)
            {
                var conflict = answer.Json["conflicts"]!.AsArray().ShouldHaveSingleItem()!;
                conflict["yours"]!["words"]!.GetValue<string>().ShouldContain(word);
                conflict["theirs"]!["by"]!.AsArray().ShouldNotBeEmpty();
                conflict["base"]!["words"]!.GetValue<string>().ShouldNotContain(word);
            }

            (answer.Status == 200 ? accepted : refused)[word] = name;
        }
    }
}
