using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides publication and corrections.</summary>
public static partial class StoryDecider
{
    /// <summary>Publishes the article as the next edition, where no gate fails.</summary>
    private static Decision<StoryEvent> Publish(Story story, StoryText text, Publish command, DecisionContext context) =>
        RefuseEdition(story, text, command.Kind, context, context.Now, out var gates) is { } refusal
            ? refusal
            : context.Accept([EditionOf(story, text, command.Kind, context, gates), .. EndOfSchedule(story), .. EndOfFactChecks(story)]);

    /// <summary>Refuses the next edition of the article.</summary>
    /// <param name="story">The story.</param>
    /// <param name="text">Its texts.</param>
    /// <param name="kind">The kind that was asked for.</param>
    /// <param name="context">The other data of the decision.</param>
    /// <param name="at">When it is published, for the embargo.</param>
    /// <param name="gates">The outcome of each gate.</param>
    private static Refusal? RefuseEdition(
        Story story,
        StoryText text,
        EditionKind? kind,
        DecisionContext context,
        DateTimeOffset at,
        out ImmutableArray<PublishedGate> gates
    )
    {
        gates = [];
        if (RefuseWithheld(story) is { } withheld)
        {
            return withheld;
        }

        if (context.Live is { } live && live.Article == text.Article)
        {
            return Refusal.Rule("same-words", $"Edition {live.Number} already has exactly this article.");
        }

        return RefuseKind(story, text.Article, kind, context.Live)
            ?? RefuseCorrected(story, text.Article, context.Live)
            ?? RefuseNotReady(story, text, context with { Now = at }, out gates);
    }

    private static StoryPublished EditionOf(
        Story story,
        StoryText text,
        EditionKind? kind,
        DecisionContext context,
        ImmutableArray<PublishedGate> gates
    ) =>
        new(
            story.Publication.Edition + 1,
            context.Live is null ? EditionKind.First : kind ?? EditionKind.Update,
            story.Slug,
            story.Desk,
            story.Language,
            text.Article,
            story.Fingerprint,
            [.. Placed(story)],
            context.PolicyFor(story).Version,
            gates
        )
        {
            Replaces = story.Replaces,
            TranslationOf = story.TranslationOf,
            Genre = story.Genre,
        };

    /// <summary>
    /// Publishes a correction or clarification, which changes words, or an editor's note, which does not. Each has a note to readers.
    /// </summary>
    private static Decision<StoryEvent> Correct(Story story, StoryText text, Correct command, DecisionContext context)
    {
        if (context.Live is not { } live)
        {
            return Refusal.Rule("not-live", "The story has no edition to correct. publish makes the first.");
        }

        if ((RefuseWithheld(story) ?? RefuseCorrection(story, command, live)) is { } wrong)
        {
            return wrong;
        }

        if (command.Kind == EditionKind.Clarification && RefuseCorrected(story, text.Article, live) is { } corrected)
        {
            return corrected;
        }

        if (RefuseNotReady(story, text, context, out var gates, inReview: command.Kind != EditionKind.EditorsNote) is { } notReady)
        {
            return notReady;
        }

        var correction = new StoryCorrected(
            story.Publication.Edition + 1,
            command.Kind,
            story.Slug,
            story.Desk,
            story.Language,
            text.Article,
            story.Fingerprint,
            [.. Placed(story)],
            context.PolicyFor(story).Version,
            gates
        )
        {
            Note = command.Note,
            Replaces = story.Replaces,
            TranslationOf = story.TranslationOf,
            Genre = story.Genre,
            Changed = ArticleEdits.Between(live.Article, text.Article),
        };
        if (command.Kind != EditionKind.Correction)
        {
            return context.Accept([correction, .. EndOfSchedule(story), .. EndOfFactChecks(story)]);
        }

        return context.Accept([
            correction with
            {
                Replaced = [.. live.Passages.Except(Placed(story))],
                ReplacedWords = CorrectedContent.Between(live.Article, text.Article),
                RestoredWords = story.Corrected?.In(text.Article) is { IsEmpty: false } restored ? restored : null,
            },
            .. EndOfSchedule(story),
            .. EndOfFactChecks(story),
        ]);
    }

    private static Refusal? RefuseCorrection(Story story, Correct command, Edition live) =>
        command.Kind switch
        {
            _ when !CommandCatalog.Of(command).Kinds.Contains(command.Kind) => Refusal.Rule(
                "kind",
                "correct accepts the kinds correction, clarification and editors-note. Use publish for the kind "
                    + $"{command.Kind.ToKebabCase()}."
            ),
            _ when string.IsNullOrWhiteSpace(command.Note) => Refusal.Rule(
                "note-required",
                "A note to readers is required: what was wrong or unclear, or what they should know."
            ),
            EditionKind.EditorsNote => story.Fingerprint == live.Fingerprint
                ? null
                : Refusal.Rule(
                    "editors-note-changes-words",
                    $"An editor's note changes no words, but the article differs from edition {live.Number}. Publish the changes first, "
                        + "or restore its words."
                ),
            _ => story.Fingerprint != live.Fingerprint
                ? null
                : Refusal.Rule(
                    "same-words",
                    $"A {command.Kind.ToKebabCase()} changes words, but the article is the same as edition {live.Number}. Revise the "
                        + "article, or use the kind editors-note."
                ),
        };

    private static Refusal? RefuseNotReady(
        Story story,
        StoryText text,
        DecisionContext context,
        out ImmutableArray<PublishedGate> stored,
        bool inReview = true
    )
    {
        var policy = context.PolicyFor(story);
        var gates = GateList.Evaluate(story, text, policy, context.Now);
        stored = [.. gates.Select(gate => PublishedGate.Of(gate, policy.TermsOf(gate.Gate)))];
        if (gates.Any(g => g.Outcome == GateOutcome.Failed))
        {
            return GatesFailed(story, gates);
        }

        return inReview ? NotInReview(story) : null;
    }

    private static GateRefusal GatesFailed(Story story, ImmutableArray<GateResult> gates)
    {
        var failed = string.Join(", ", gates.Where(g => g.Outcome == GateOutcome.Failed).Select(Failed));
        var stage = story.Stage == Stage.InReview ? "" : " The story is also not in review. An author must submit it first.";
        return new GateRefusal($"Not ready: {failed}.{stage}", gates);
    }

    private static string Failed(GateResult gate) =>
        $"{gate.Gate.ToKebabCase()} ({string.Join(", ", gate.Blocking.Select(r => r.Subject).Distinct())})";

    private static Refusal? RefuseKind(Story story, Article article, EditionKind? asked, Edition? live) =>
        asked switch
        {
            EditionKind.First when live is not null => Refusal.Rule("kind", "The story has an edition 1. Accepted: update or refile."),
            { } kind when !CommandCatalog.Of<Publish>().Kinds.Contains(kind) => Refusal.Rule(
                "kind",
                $"Use correct for the kind {asked.Value.ToKebabCase()}; it has a note to readers."
            ),
            EditionKind.Update or EditionKind.Refile when live is null => Refusal.Rule(
                "kind",
                "The story has no edition yet, so it cannot be updated or refiled. Accepted: first, or no kind."
            ),
            EditionKind.Refile when RefuseRefile(story, article, live!) is { } change => change,
            _ => null,
        };

    /// <summary>Refuses a refile that changes visible words. Typography, markup and white space may change.</summary>
    private static Refusal? RefuseRefile(Story story, Article article, Edition live)
    {
        if (ChangedWords.First(live.Article, article) is { } change)
        {
            return Refusal.Rule(
                "refile-changes-meaning",
                $"A refile changes only typography, markup and white space, but {change}. Publish an update, or correct the story.",
                "A refile changes only typography, markup and white space, but words changed."
            );
        }

        return
            Placed(story).FirstOrDefault(p => live.Passages.Any(l => l.Passage == p.Passage && l.Fingerprint != p.Fingerprint))
                is { Passage: { } passage }
            ? Refusal.Rule(
                "refile-changes-meaning",
                $"A refile changes only typography, markup and white space, but {passage} has another speaker or attribution than in "
                    + $"edition {live.Number}. Publish an update, or correct the story."
            )
            : null;
    }

    /// <summary>Refuses words that a correction replaced. Only another correction publishes them again.</summary>
    private static Refusal? RefuseCorrected(Story story, Article article, Edition? live)
    {
        if (story.Corrected is not { } corrected || live is null || story.Fingerprint == live.Fingerprint)
        {
            return null;
        }

        const string Settle = "Change the words, or publish them as a correction (correct, kind correction, with a note to readers).";
        if (corrected.Articles.Contains(story.Fingerprint))
        {
            return Refusal.Rule("corrected-words", $"A correction replaced exactly this article. {Settle}");
        }

        return corrected.ReturnedIn(article, live.Article).Take(1).ToList() is [var (words, field)]
            ? Refusal.Rule(
                "corrected-words",
                $"A correction replaced “{GateSentences.Cut(words)}”, and the {field.ToKebabCase()} has it again. {Settle}",
                $"A correction replaced words that the {field.ToKebabCase()} has again. {Settle}"
            )
            : null;
    }

    private static IEnumerable<PassageFingerprint> Placed(Story story) =>
        story.Passages.Where(p => !p.IsOrphaned).Select(p => new PassageFingerprint(p.Id, p.Fingerprint));
}
