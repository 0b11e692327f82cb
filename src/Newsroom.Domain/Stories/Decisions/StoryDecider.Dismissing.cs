using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides dismissals of quotations that are not speech: single ones, or all that are proposed.</summary>
public static partial class StoryDecider
{
    /// <summary>Dismisses quoted words, unless the actor touched them. The dismissal applies wherever the story has these words.</summary>
    private static Decision<StoryEvent> Dismiss(Story story, StoryText text, DismissQuotation command, DecisionContext context)
    {
        if (Place(text.Article[command.Field], command.Words, command.Start, command.Field, out var range) is { } notThere)
        {
            return notThere;
        }

        var read = VisibleText.Of(command.Field, text.Article[command.Field]);
        var quoted = QuotedList
            .Of(story, text, fewestWords: 0)
            .FirstOrDefault(q => q.Field == command.Field && read.Read(q.Range) == read.Read(range));
        if (RefuseUnreasoned(command.Reason) is { } unreasoned)
        {
            return unreasoned;
        }

        if (quoted is null)
        {
            return Refusal.Rule(
                "no-quotation",
                $"The {command.Field.ToKebabCase()} has no quotation with exactly these words. Name the words with their marks, as "
                    + "quoted lists them."
            );
        }

        if (quoted.State == QuotedState.Attributed)
        {
            return Refusal.Rule(
                "quotation-attributed",
                $"These words are the quote {quoted.Quote}, which has a speaker. Withdraw it first."
            );
        }

        if (quoted.State == QuotedState.Dismissed)
        {
            return Refusal.Rule("already-dismissed", $"{{{quoted.Dismissal!.By}}} has already dismissed these words.");
        }

        return text.BlameOf(command.Field).Touched(quoted.Range).Contains(context.Actor.Person)
            ? DismisserWroteWords
            : context.Accept(Dismissed(quoted, command.Reason));
    }

    /// <summary>
    /// Dismisses the proposed quotations, all or those of one kind, except words that the actor touched. Named phrases must have been
    /// dismissed in another story, according to the record.
    /// </summary>
    private static Decision<StoryEvent> DismissAll(Story story, StoryText text, DismissProposed command, DecisionContext context)
    {
        if (RefuseUnreasoned(command.Reason) is { } unreasoned)
        {
            return unreasoned;
        }

        var named = (command.Phrases.IsDefault ? [] : command.Phrases).ToHashSet();
        var dismissedBefore = context.DismissedPhrases.Where(p => named.Contains(new Fingerprint(p.Key)));
        var quoted = new RememberedPhrases(story.Id, dismissedBefore).Propose(
            QuotedList.Of(story, text, context.PolicyFor(story).FewestWords)
        );
        var known = quoted.Where(q => q.DismissedBefore is not null).Select(q => q.Phrase!.Value).ToHashSet();
        if (named.FirstOrDefault(phrase => !known.Contains(phrase)) is { Hex: not null } unknown)
        {
            return Refusal.Rule(
                "phrase-not-dismissed",
                $"No other story dismissed the phrase {unknown}, or this story has no unattributed quotation with it. Take phrases from "
                    + "quoted, where dismissedBefore has the dismissal."
            );
        }

        var proposed = quoted.Where(q => IsMeant(q, command.Proposal)).GroupBy(q => q.Fingerprint).ToList();
        if (proposed.Count == 0)
        {
            return Refusal.Rule(
                "no-proposal",
                "The story has no quotation with this proposal. quoted lists the proposals; dismiss-quotation dismisses any quotation."
            );
        }

        var blamed = new BlameLookups(text);
        var dismissed = proposed
            .Where(same => !same.Any(q => blamed.Touched(q.Field, q.Range).Contains(context.Actor.Person)))
            .Take(QuotationGates.MaxReasons)
            .Select(same => same.First())
            .Select(q => Dismissed(q, command.Reason))
            .ToImmutableArray<StoryEvent>();
        return dismissed.IsEmpty ? DismisserWroteWords : context.Accept(dismissed);
    }

    private static Refusal DismisserWroteWords { get; } =
        Refusal.Forbidden("dismisser-wrote-words", "You wrote or changed these words; another editor or fact-checker has to dismiss them.");

    private static Refusal? RefuseUnreasoned(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? Refusal.Rule("reason-required", "A reason is required: why these words are not speech.") : null;

    private static bool IsMeant(QuotedWords quoted, QuotationProposal? proposal) =>
        proposal switch
        {
            null => quoted.Proposal is not null,
            QuotationProposal.DismissedBefore => quoted.DismissedBefore is not null,
            _ => quoted.Proposal == proposal,
        };

    // Without markup the phrase is the words, which the event has anyway.
    private static bool HasPhrase(QuotedWords quoted) => quoted.Read != quoted.Words && quoted.Read.Length <= DismissedPhrase.MaxCharacters;

    private static QuotationDismissed Dismissed(QuotedWords quoted, string reason) =>
        new(quoted.Field, quoted.Range, quoted.Words, quoted.Fingerprint, reason, Normaliser.Version)
        {
            Phrase = HasPhrase(quoted) ? quoted.Read : null,
        };
}
