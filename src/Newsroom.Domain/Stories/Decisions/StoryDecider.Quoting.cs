using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides quotes and claims.</summary>
public static partial class StoryDecider
{
    /// <summary>Attributes words to a speaker, or reattributes a quote.</summary>
    private static Decision<StoryEvent> Attribute(Story story, StoryText text, AttributeQuote command, DecisionContext context)
    {
        var known = command.Quote is { } id ? story.PassageOf(id) : null;
        if (RefuseQuote(story, command, known, context) is { } refused)
        {
            return refused;
        }

        if (Follow(story, text, NamedPlace.Of(command), context, out var place) is { } notThere)
        {
            return notThere;
        }

        var (field, range) = (place.Field, place.Range);
        if (Overlapping(story, PassageKind.Quote, field, range, except: known) is { } overlapped)
        {
            return Refusal.Rule(
                "overlaps-quote",
                $"These words overlap the quote {overlapped.Id}. Withdraw it first, or name it in \"quote\" to reattribute it."
            );
        }

        if (FollowAttribution(text, command, place, context, out var attribution) is { } attributionNotThere)
        {
            return attributionNotThere;
        }

        var words = text.Article[field];
        var reader = VisibleText.Of(field, words);
        if ((NotRead(reader, range, field) ?? RefusePart(story, place)) is { } unfit)
        {
            return unfit;
        }

        var fingerprint = Fingerprints.OfQuote(reader, range, context.Speaker!.Id, attribution);
        var happened = new QuoteAttributed(
            known?.Id ?? $"q{story.Numbers.Quotes + 1}",
            field,
            range,
            range.Of(words),
            context.Speaker.Id,
            attribution,
            attribution?.Of(words),
            fingerprint,
            Normaliser.Version
        );
        var effects = known is null
            ? []
            : RevisionEffects.Checks(known, fingerprint, known.OrphanedWords ?? known.Shown(text.Article[known.Field]), happened.Words);
        return context.Accept([happened, .. effects]) with { MergedOver = context.Concurrent.Revisions };
    }

    /// <summary>
    /// Marks whole sentences as a claim, because a part of a sentence can mean the opposite. A claim may overlap a quote.
    /// </summary>
    private static Decision<StoryEvent> Flag(Story story, StoryText text, FlagClaim command, DecisionContext context)
    {
        if (context.Concurrent.RefuseTooLarge(story.Version) is { } tooFar)
        {
            return tooFar;
        }

        if (Follow(story, text, NamedPlace.Of(command), context, out var place) is { } notThere)
        {
            return notThere;
        }

        var field = place.Field;
        var words = text.Article[field];
        var reader = VisibleText.Of(field, words);
        if (NotRead(reader, place.Range, field) is { } notRead)
        {
            return notRead;
        }

        var range = reader.Sentences(place.Range);
        if (Overlapping(story, PassageKind.Claim, field, range, except: null) is { } overlapped)
        {
            return Refusal.Rule("overlaps-claim", $"These words overlap the claim {overlapped.Id}. A claim consists of whole sentences.");
        }

        var fingerprint = Fingerprints.OfClaim(reader, range);
        return context.Accept(
            new ClaimFlagged($"c{story.Numbers.Claims + 1}", field, range, range.Of(words), fingerprint, Normaliser.Version)
        ) with
        {
            MergedOver = context.Concurrent.Revisions,
        };
    }

    /// <summary>Withdraws a quote.</summary>
    private static Decision<StoryEvent> WithdrawQuote(Story story, StoryText text, WithdrawQuote command, DecisionContext context) =>
        Withdraw(
            story,
            text,
            command,
            command.Quote,
            PassageKind.Quote,
            command.Reason,
            context,
            words => new QuoteWithdrawn(command.Quote, words, command.Reason)
        );

    /// <summary>Withdraws a claim.</summary>
    private static Decision<StoryEvent> WithdrawClaim(Story story, StoryText text, WithdrawClaim command, DecisionContext context) =>
        Withdraw(
            story,
            text,
            command,
            command.Claim,
            PassageKind.Claim,
            command.Reason,
            context,
            words => new ClaimWithdrawn(command.Claim, words, command.Reason),
            EndOfFactCheck(story, command.Claim)
        );

    /// <summary>Refuses an unknown speaker or quote, a quote that was attributed since, and too many revisions since.</summary>
    private static Refusal? RefuseQuote(Story story, AttributeQuote command, Passage? known, DecisionContext context)
    {
        if (context.Speaker is null)
        {
            return Refusal.Rule(
                "unknown-speaker",
                $"There is no speaker \"{command.Speaker}\". Register the speaker first.",
                "There is no such speaker."
            );
        }

        if (command.Quote is not null && known is not { Kind: PassageKind.Quote })
        {
            return Refusal.NotFound("unknown-quote", $"The story has no quote \"{command.Quote}\".");
        }

        return known is not null && context.Concurrent.Attributed.Contains(known.Id)
            ? Refusal.StaleVersion(context.Concurrent.BasedOn, story.Version)
            : context.Concurrent.RefuseTooLarge(story.Version);
    }

    /// <summary>Finds the attribution of a quote, and its range in the current text; null where the command has none.</summary>
    private static Refusal? FollowAttribution(
        StoryText text,
        AttributeQuote command,
        MarkedPlace place,
        DecisionContext context,
        out TextRange? attribution
    )
    {
        attribution = null;
        if (string.IsNullOrWhiteSpace(command.Attribution))
        {
            return null;
        }

        if (Attribution(place, command) is not { } attributed)
        {
            return Refusal.Rule(
                "attribution-not-there",
                $"The attribution \"{command.Attribution}\" is not in the {place.Field.ToKebabCase()} outside the quote.",
                $"The attribution is not in the {place.Field.ToKebabCase()} outside the quote."
            );
        }

        var changed = context.Concurrent.Follow(text, place.Field, attributed, context.Actor.Person, out var range);
        attribution = changed is null ? range : null;
        return changed;
    }

    private static TextRange? Attribution(MarkedPlace place, AttributeQuote command)
    {
        var (field, text, quote, words) = (place.Field, place.Seen, place.Marked, command.Attribution!);
        if (command.AttributionStart is not { } start)
        {
            return Nearest(Exactly(text, words), quote) ?? Nearest(Alike(text, words, field), quote);
        }

        var range = new TextRange(start, start + words.Length);
        var isThere = RefusePlace(text, words, range, field) is null || IsAlike(text, words, start, field, out range);
        return isThere && !range.Overlaps(quote) ? range : null;
    }

    private static Decision<StoryEvent> Withdraw(
        Story story,
        StoryText text,
        StoryCommand command,
        string id,
        PassageKind kind,
        string reason,
        DecisionContext context,
        Func<string, StoryEvent> withdrawn,
        params ImmutableArray<StoryEvent> effects
    )
    {
        if (story.PassageOf(id) is not { } passage || passage.Kind != kind)
        {
            return Refusal.NotFound($"unknown-{kind.ToKebabCase()}", $"The story has no {kind.ToKebabCase()} \"{id}\".");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Rule("reason-required", $"A reason is required: why {id} is withdrawn.");
        }

        var adverse = passage.StandingChecks.FirstOrDefault(c => c.Verdict != Verdict.Verified);
        if (adverse is not null && context.Role != Role.FactChecker)
        {
            return Refusal.Forbidden(
                "adverse-verdict",
                $"A fact-checker found {id} {adverse.Verdict.ToKebabCase()}; only a fact-checker can withdraw it."
            );
        }

        return adverse is not null || context.Role == Role.Editor || passage.MarkedBy.Contains(context.Actor.Person)
            ? context.Accept([withdrawn(passage.OrphanedWords ?? passage.Range.Of(text.Article[passage.Field])), .. effects])
            : Refusal.Forbidden("not-the-marker", $"Only the person who marked {id}, or an editor, can withdraw it.");
    }
}
