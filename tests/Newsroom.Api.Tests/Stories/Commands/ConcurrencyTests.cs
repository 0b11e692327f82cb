using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Tests.Stories.Commands;

/// <summary>Concurrent commands.</summary>
public class ConcurrencyTests(Newsroom newsroom)
{
    [Fact]
    public async Task Concurrent_notes_are_all_kept_without_a_conflict()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Notes at once", "Words.");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 32)
                .Select(i =>
                    newsroom.As($"editor-{i}", Role.Editor).PostAsync($"/stories/{story.Id}/add-note", new { text = $"Note of editor {i}" })
                )
        );

        answers.ShouldAllBe(a => a.Status == 200);
        answers.Select(a => a.Version).Order().ShouldBe(Enumerable.Range(2, 32).Select(v => (long)v));
        var notes = (await story.ReadAsync()).Json["notes"]!.AsArray();
        notes.Select(n => n!["id"]!.GetValue<string>()).ShouldBe(Enumerable.Range(1, 32).Select(n => $"n{n}"));
        notes
            .Select(n => n!["text"]!.GetValue<string>())
            .ShouldBe(Enumerable.Range(1, 32).Select(i => $"Note of editor {i}"), ignoreOrder: true);
    }

    [Fact]
    public async Task All_but_the_first_concurrent_change_of_the_same_words_get_both_sides()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Two at once", "Words.");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(i =>
                    newsroom
                        .As($"writer-{i}", Role.Editor)
                        .PostAsync($"/stories/{story.Id}/revise-article", new { body = $"Words of {i}." }, basedOn: 1)
                )
        );

        answers.Select(a => a.Status).Order().ShouldBe([200, .. Enumerable.Repeat(409, 7)]);
        answers.Where(a => a.Status == 409).Select(a => a.Json["currentVersion"]!.GetValue<long>()).Distinct().ShouldBe([2]);
    }

    [Fact]
    public async Task A_request_sent_twice_at_once_is_carried_out_once()
    {
        var rita = newsroom.As("rita", Role.Reporter);
        var draft = new { desk = "world", headline = "Sent twice" };
        var answers = await Task.WhenAll(
            Enumerable.Range(1, 8).Select(_ => rita.PostAsync("/stories/draft-article", draft, idempotencyKey: "\"sent-twice\""))
        );

        answers.ShouldAllBe(a => a.Status == 201);
        answers.Select(a => a.Text).Distinct().Count().ShouldBe(1);
        answers.Select(a => (a.ETag, a.Location)).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_repeated_command_gets_the_first_answer_and_another_under_its_key_is_refused()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Repeated", "Words.");
        var rita = newsroom.As("rita", Role.Reporter);
        var first = (await rita.PostAsync($"/stories/{story.Id}/add-note", new { text = "Once." }, idempotencyKey: "\"a key\"")).Is(200);
        var again = (await rita.PostAsync($"/stories/{story.Id}/add-note", new { text = "Once." }, idempotencyKey: "\"a key\"")).Is(200);
        (again with { Headers = first.Headers }).ShouldBe(first);
        (await rita.PostAsync($"/stories/{story.Id}/add-note", new { text = "Twice." }, idempotencyKey: "\"a key\"")).IsRefused(
            422,
            "idempotency-key-reused"
        );
        (
            await newsroom
                .As("ed", Role.Editor)
                .PostAsync($"/stories/{story.Id}/add-note", new { text = "Twice." }, idempotencyKey: "\"a key\"")
        ).Is(200);
        (await story.VersionAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task A_refused_command_is_decided_again_with_the_same_key()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Judged anew", "Words.");
        var ed = newsroom.As("ed", Role.Editor);
        (await ed.PostAsync($"/stories/{story.Id}/request-changes", new { reason = "More." }, idempotencyKey: "again")).IsRefused(
            422,
            "not-in-review"
        );
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await ed.PostAsync($"/stories/{story.Id}/request-changes", new { reason = "More." }, idempotencyKey: "again")).Is(200);
    }
}
