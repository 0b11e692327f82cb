using System.Buffers;
using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Checks whether quoted words can be what the words next to them propose.</summary>
internal static class ProposalFit
{
    public const string Marks = "\"'“”„‟«»‹›‘’‚‛.,!?…";

    /// <summary>The characters that end a sentence or line within words.</summary>
    public static readonly SearchValues<char> InnerEnds = SearchValues.Create("!?…\n");

    private static readonly SearchValues<string> Speakers = SearchValues.Create(
        [
            "i",
            "we",
            "you",
            "he",
            "she",
            "they",
            "it",
            "ich",
            "wir",
            "du",
            "ihr",
            "er",
            "sie",
            "es",
            "je",
            "nous",
            "vous",
            "il",
            "elle",
            "on",
        ],
        StringComparison.Ordinal
    );

    /// <summary>Returns whether words fit a proposal: one sentence, capitalised if the script has capitals.</summary>
    public static bool Fits(QuotationProposal proposal, string words, Rune first)
    {
        if (proposal is QuotationProposal.Motto)
        {
            return true;
        }

        var inner = words.AsSpan().Trim(Marks);
        if (inner.ContainsAny(InnerEnds) || proposal == QuotationProposal.Term)
        {
            return proposal == QuotationProposal.Term && !inner.ContainsAny(InnerEnds);
        }

        return !Rune.IsLower(first) && (proposal == QuotationProposal.Work || IsName(inner));
    }

    /// <summary>Returns whether words contain neither a finite verb nor a speaker.</summary>
    public static bool IsName(ReadOnlySpan<char> words)
    {
        var isFirst = true;
        foreach (var range in words.Split(' '))
        {
            var word = words[range].ToString().ToLowerInvariant();
            if (ProposalWords.IsPredicate(word) || (isFirst && Speakers.Contains(word)))
            {
                return false;
            }

            isFirst = false;
        }

        return true;
    }

    public static Rune FirstLetter(string words)
    {
        foreach (var rune in words.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return rune;
            }
        }

        return default;
    }
}
