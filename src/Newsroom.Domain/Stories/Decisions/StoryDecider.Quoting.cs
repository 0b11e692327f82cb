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
        if (context.Speaker is not { } speaker)
        {
            return Refusal.Rule(
                "unknown-speaker",
                $"There is no speaker \"{command.Speaker}\". Register the speaker first.",
                "There is no such speaker."
            );
        }

        var known = command.Quote is { } id ? story.PassageOf(id) : null;
        if (command.Quote is not null && known is not { Kind: PassageKind.Quote })
        {
            return Refusal.NotFound("unknown-quote", $"The story has no quote \"{command.Quote}\".");
        }

        if (known is not null && context.Concurrent.Attributed.Contains(known.Id))
        {
            return Refusal.StaleVersion(context.Concurrent.BasedOn, story.Version);
        }

        if (context.Concurrent.RefuseTooLarge(story.Version) is { } tooFar)
        {
            return tooFar;
        }

        var seen = context.Concurrent.Before(text.Article)[command.Field];
        if (Place(seen, command.Words, command.Start, command.Field, out var marked) is { } notThere)
        {
            return notThere;
        }

        if (context.Concurrent.Follow(text, command.Field, marked, context.Actor.Person, out var range) is { } changed)
        {
            return changed;
        }

        var words = text.Article[command.Field];
        if (Overlapping(story, PassageKind.Quote, command.Field, range, except: known) is { } overlapped)
        {
            return Refusal.Rule(
                "overlaps-quote",
                $"These words overlap the quote {overlapped.Id}. Withdraw it first, or name it in \"quote\" to reattribute it."
            );
        }

        TextRange? attribution = null;
        if (!string.IsNullOrWhiteSpace(command.Attribution))
        {
            if (Attribution(seen, command, marked) is not { } attributed)
            {
                return Refusal.Rule(
                    "attribution-not-there",
                    $"The attribution \"{command.Attribution}\" is not in the {command.Field.ToKebabCase()} outside the quote.",
                    $"The attribution is not in the {command.Field.ToKebabCase()} outside the quote."
                );
            }

            if (
                context.Concurrent.Follow(text, command.Field, attributed, context.Actor.Person, out var followed) is { } attributionChanged
            )
            {
                return attributionChanged;
            }

            attribution = followed;
        }

        var reader = VisibleText.Of(command.Field, words);
        if (NotRead(reader, range, command.Field) is { } notRead)
        {
            return notRead;
        }

        var fingerprint = Fingerprints.OfQuote(reader, range, speaker.Id, attribution);
        var happened = new QuoteAttributed(
            known?.Id ?? $"q{story.Numbers.Quotes + 1}",
            command.Field,
            range,
            range.Of(words),
            speaker.Id,
            attribution,
            attribution?.Of(words),
            fingerprint,
            Normaliser.Version
        );
        var judged = known is null
            ? []
            : RevisionEffects.Checks(known, fingerprint, known.OrphanedWords ?? known.Shown(text.Article[known.Field]), range.Of(words));
        return context.Accept([happened, .. judged]) with { MergedOver = context.Concurrent.Revisions };
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

        if (
            Place(context.Concurrent.Before(text.Article)[command.Field], command.Words, command.Start, command.Field, out var marked) is
            { } notThere
        )
        {
            return notThere;
        }

        if (context.Concurrent.Follow(text, command.Field, marked, context.Actor.Person, out var range) is { } changed)
        {
            return changed;
        }

        var words = text.Article[command.Field];
        var reader = VisibleText.Of(command.Field, words);
        if (NotRead(reader, range, command.Field) is { } notRead)
        {
            return notRead;
        }

        range = reader.Sentences(range);
        if (Overlapping(story, PassageKind.Claim, command.Field, range, except: null) is { } overlapped)
        {
            return Refusal.Rule("overlaps-claim", $"These words overlap the claim {overlapped.Id}. A claim consists of whole sentences.");
        }

        var fingerprint = Fingerprints.OfClaim(reader, range);
        return context.Accept(
            new ClaimFlagged($"c{story.Numbers.Claims + 1}", command.Field, range, range.Of(words), fingerprint, Normaliser.Version)
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
            words => new ClaimWithdrawn(command.Claim, words, command.Reason)
        );

    /// <summary>Returns the place nearest to <paramref name="quote"/> and outside it; of two equally near, the later one.</summary>
    internal static TextRange? Nearest(IEnumerable<TextRange> places, TextRange quote)
    {
        TextRange? nearest = null;
        var distance = int.MaxValue;
        foreach (var range in places)
        {
            var away = range.Start >= quote.End ? range.Start - quote.End : quote.Start - range.End;
            if (!range.Overlaps(quote) && away <= distance && away >= 0)
            {
                (nearest, distance) = (range, away);
            }
        }

        return nearest;
    }

    private static IEnumerable<TextRange> Exactly(string text, string words) =>
        TextSearch.All(text, words).Select(at => new TextRange(at, at + words.Length));

    private static TextRange? Attribution(string text, AttributeQuote command, TextRange quote)
    {
        if (command.AttributionStart is not { } start)
        {
            return Nearest(Exactly(text, command.Attribution!), quote);
        }

        var range = new TextRange(start, start + command.Attribution!.Length);
        return range.FitsIn(text) && range.Of(text) == command.Attribution && !range.Overlaps(quote) ? range : null;
    }

    private static Refusal? Place(string text, string words, int? start, ArticleField field, out TextRange range)
    {
        range = default;
        if (string.IsNullOrWhiteSpace(words))
        {
            return Refusal.Rule("words-required", "The exact words of the passage are required.");
        }

        if (start is { } at)
        {
            range = new TextRange(at, at + words.Length);
            return RefusePlace(text, words, range, field);
        }

        var places = TextSearch.All(text, words).Take(2).ToList();
        if (places is not [var first, ..])
        {
            return Refusal.Rule(
                "words-not-there",
                $"The {field.ToKebabCase()} does not have these words, character for character: \"{words}\".",
                $"The {field.ToKebabCase()} does not have these words."
            );
        }

        range = new TextRange(first, first + words.Length);
        if (!range.FitsIn(text))
        {
            return Refusal.Rule("range-splits-character", "These words begin or end inside a surrogate pair.");
        }

        return places is [_, var second]
            ? Refusal.Rule(
                "words-ambiguous",
                $"These words occur more than once in the {field.ToKebabCase()}. Select an occurrence with \"start\": {first}, "
                    + $"{second} ..."
            )
            : null;
    }

    private static Refusal? RefusePlace(string text, string words, TextRange range, ArticleField field)
    {
        if (range.Start < 0 || range.Start > text.Length - words.Length)
        {
            return Refusal.Rule(
                "range-outside",
                $"The {field.ToKebabCase()} has {text.Length} characters, so it has no {words.Length} characters at offset {range.Start}."
            );
        }

        if (!range.FitsIn(text))
        {
            return Refusal.Rule("range-splits-character", $"Offset {range.Start} or {range.End} is inside a surrogate pair.");
        }

        return range.Of(text) == words
            ? null
            : Refusal.Rule(
                "words-not-there",
                $"At offset {range.Start} the {field.ToKebabCase()} has \"{range.Of(text)}\".",
                $"At offset {range.Start} the {field.ToKebabCase()} has other words."
            );
    }

    private static Refusal? NotRead(VisibleText reader, TextRange range, ArticleField field) =>
        reader.HasWords(range)
            ? null
            : Refusal.Rule(
                "words-not-there",
                $"These characters of the {field.ToKebabCase()} have no visible words: they are only marks, or markup such as a "
                    + "link's target."
            );

    private static Passage? Overlapping(Story story, PassageKind kind, ArticleField field, TextRange range, Passage? except) =>
        story.Passages.FirstOrDefault(p => p.Kind == kind && p.Field == field && !p.IsOrphaned && p != except && p.Range.Overlaps(range));

    private static Decision<StoryEvent> Withdraw(
        Story story,
        StoryText text,
        StoryCommand command,
        string id,
        PassageKind kind,
        string reason,
        DecisionContext context,
        Func<string, StoryEvent> withdrawn
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
            ? context.Accept(withdrawn(passage.OrphanedWords ?? passage.Range.Of(text.Article[passage.Field])))
            : Refusal.Forbidden("not-the-marker", $"Only the person who marked {id}, or an editor, can withdraw it.");
    }
}
