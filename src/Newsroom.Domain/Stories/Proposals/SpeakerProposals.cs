using System.Collections.Immutable;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Proposals;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories.Proposals;

/// <summary>A proposed speaker of an unmarked quotation.</summary>
/// <param name="Number">The number of the quotation, as <c>quoted</c> lists it.</param>
/// <param name="Field">The field.</param>
/// <param name="Range">The range of the quotation.</param>
/// <param name="Words">Its words.</param>
/// <param name="Source">The words that name the source, and where they are.</param>
/// <param name="Reason">Why these words are the source.</param>
public sealed record SpeakerProposal(
    int Number,
    ArticleField Field,
    TextRange Range,
    string Words,
    ProposedWords Source,
    SpeakerReason Reason
)
{
    /// <summary>The id of the registered speaker; null where none matches.</summary>
    public string? Speaker { get; init; }

    /// <summary>The name of that speaker.</summary>
    public string? Name { get; init; }

    /// <summary>How the words match that speaker.</summary>
    public SpeakerMatch? Match { get; init; }

    /// <summary>The words that attribute the quotation, such as "said the mayor"; null where they are not together.</summary>
    public ProposedWords? Attribution { get; init; }
}

/// <summary>Words of the text.</summary>
/// <param name="Range">Their range.</param>
/// <param name="Words">The words.</param>
public sealed record ProposedWords(TextRange Range, string Words);

/// <summary>Proposes the speakers of quotations that are neither attributed nor dismissed.</summary>
public static class SpeakerProposals
{
    private const int MaxProposals = 500;
    private const int MaxAttribution = 200;

    /// <summary>Lists the proposals in text order.</summary>
    /// <param name="quoted">The numbered quotations of the story.</param>
    /// <param name="text">Its words.</param>
    /// <param name="language">Its language.</param>
    /// <param name="speakers">The registered speakers.</param>
    public static ImmutableArray<SpeakerProposal> Of(
        ImmutableArray<QuotedWords> quoted,
        StoryText text,
        string language,
        IEnumerable<Speaker> speakers
    )
    {
        var known = new KnownSpeakers(speakers);
        return
        [
            .. quoted
                .Where(q => q.State == QuotedState.Unattributed)
                .GroupBy(q => q.Field)
                .SelectMany(field => In(field.Key, text.Article[field.Key], [.. field], language, known))
                .Take(MaxProposals),
        ];
    }

    private static IEnumerable<SpeakerProposal> In(
        ArticleField field,
        string text,
        List<QuotedWords> unmarked,
        string language,
        KnownSpeakers known
    )
    {
        var read = VisibleText.Of(field, text);
        var sources = SpeakerFinder.Find(read.Text, language, [.. QuotationFinder.Find(read.Text, language)]);
        var byPlace = sources.ToDictionary(
            found => read.Source(found.Quotation.Range.Start, found.Quotation.Range.Length).Start,
            found => found.Source
        );
        foreach (var quotation in unmarked)
        {
            if (byPlace.GetValueOrDefault(quotation.Range.Start) is not { } source)
            {
                continue;
            }

            var match = known.Find(read.Text, source.Mention, SpeakerFinder.IsPronoun(source.Mention.Of(read.Text), language));
            yield return new SpeakerProposal(
                quotation.Number,
                field,
                quotation.Range,
                quotation.Words,
                Words(read, text, source.Mention),
                source.Reason
            )
            {
                Speaker = match?.Speaker.Id,
                Name = match?.Speaker.Name,
                Match = match?.Match,
                Attribution = Attribution(read.Text, source) is { } range ? Words(read, text, range) : null,
            };
        }
    }

    /// <summary>Returns verb and source, where both are in the sentence of the quotation and close together.</summary>
    private static TextRange? Attribution(string text, SpeakerMention source)
    {
        if (source.Cue is not { } cue || source.Reason is not (SpeakerReason.Follows or SpeakerReason.Precedes))
        {
            return null;
        }

        var range = new TextRange(Math.Min(cue.Start, source.Mention.Start), Math.Max(cue.End, source.Mention.End));
        return range.Length <= MaxAttribution && !range.Of(text).Contains('\n', StringComparison.Ordinal) ? range : null;
    }

    private static ProposedWords Words(VisibleText read, string text, TextRange visible)
    {
        var range = read.Source(visible.Start, visible.Length);
        return new ProposedWords(range, range.Of(text));
    }
}
