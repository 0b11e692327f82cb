using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Benchmarks;

/// <summary>Measures the gates, which run for every publication, story read and board card, and a revision of the same story.</summary>
[MemoryDiagnoser]
public class GateBenchmarks
{
    private const int Passages = 40;

    private static readonly Guid Id = new("0198c0de-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Rita = Actor.Of("rita", Role.Reporter);
    private static readonly Actor Femi = Actor.Of("femi", Role.FactChecker);
    private static readonly Actor Ed = Actor.Of("ed", Role.Editor);

    private Story story = null!;
    private StoryText text = null!;
    private StoryCommand.ReviseArticle revision = null!;

    /// <summary>
    /// A story of 6 KiB with 20 quotes and 20 claims, all verified, approved by two: every gate has to look at everything.
    /// </summary>
    /// <exception cref="InvalidOperationException">A step was refused, or the story is not ready.</exception>
    [GlobalSetup]
    public void Write()
    {
        var body = string.Join(
            "\n\n",
            Enumerable
                .Range(0, Passages / 2)
                .Select(i =>
                    $"{Quote(i)} said the harbour master. {Claim(i)} It is {i + 20} metres long, and nobody has painted it "
                    + "since; people come here on Sundays to look at the water and at each other, as their parents did."
                )
        );
        var draft = new StoryCommand.DraftArticle("town") { Headline = "Fewer boats", Body = body };
        Do(draft, By(Rita) with { Desk = new Desk("town", "Town", "en"), Slug = "fewer-boats" });
        for (var i = 0; i < Passages / 2; i++)
        {
            var ada = new Speaker("ada", "Ada Berg", "harbour master");
            Do(new StoryCommand.AttributeQuote(Quote(i), ada.Id) { BasedOn = story.Version }, By(Rita) with { Speaker = ada });
            Do(new StoryCommand.FlagClaim(Claim(i)) { BasedOn = story.Version }, By(Rita));
        }

        foreach (var passage in story.Passages)
        {
            var check = new StoryCommand.FactCheck(passage.Id, passage.Fingerprint, Verdict.Verified)
            {
                Evidence = [new EvidenceItem(EvidenceKind.Recording, "Tape")],
            };
            Do(check, By(Femi));
        }

        Do(new StoryCommand.SubmitForReview { BasedOn = story.Version }, By(Rita));
        Do(new StoryCommand.Approve(story.Fingerprint), By(Ed));
        Do(new StoryCommand.Approve(story.Fingerprint), By(Actor.Of("lea", Role.Legal)));
        revision = new StoryCommand.ReviseArticle
        {
            Body = text.Article.Body.Replace("Sundays", "Mondays", StringComparison.Ordinal),
            BasedOn = story.Version,
        };
        if (!GateList.IsReady(story, text, Gates()) || story.Passages.Length != Passages)
        {
            throw new InvalidOperationException("The story is not ready.");
        }
    }

    /// <summary>Decides a revision of one word per paragraph, without storing it.</summary>
    [Benchmark(Baseline = true)]
    public Decision<StoryEvent> Revision() =>
        StoryDecider.Decide(
            new StorySnapshot(story, text),
            revision,
            By(Ed) with
            {
                Concurrent = ConcurrentRevisions.Since(story.Version, []),
            }
        );

    /// <summary>Evaluates all gates.</summary>
    [Benchmark]
    public ImmutableArray<GateResult> Gates() => GateList.Evaluate(story, text, Policy.Default, Now);

    /// <summary>Finds the quotations only.</summary>
    [Benchmark]
    public ImmutableArray<QuotedWords> Quotations() => QuotedList.Of(story, text, QuotationFinder.MinWords);

    private static string Quote(int quay) => $"“We have counted the boats of quay {quay} and there are fewer of them than last year,”";

    private static string Claim(int quay) => $"Quay {quay} was built in {1900 + quay} and cost {quay + 3} million.";

    private static DecisionContext By(Actor actor) => new(actor, Now);

    private void Do(StoryCommand command, DecisionContext context)
    {
        var state = story is null ? null : new StorySnapshot(story, text);
        var concurrent = ConcurrentRevisions.Since(story?.Version ?? 0, []);
        if (StoryDecider.Decide(state, command, context with { Concurrent = concurrent }) is not AcceptedStoryCommand accepted)
        {
            throw new InvalidOperationException($"{command} was refused.");
        }

        foreach (var happened in accepted.Events)
        {
            var stamp = new EventMetadata((story?.Version ?? 0) + 1, Now, context.Actor.Person, accepted.As);
            story = Story.Evolve(story, Id, happened, stamp);
            text = StoryText.Evolve(text, Id, happened, stamp)!;
        }
    }
}
