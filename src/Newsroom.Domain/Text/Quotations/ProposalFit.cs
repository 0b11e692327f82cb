using System.Buffers;
using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Whether quoted words can be what the words beside them propose.</summary>
internal static class ProposalFit
{
    /// <summary>Marks and punctuation around words.</summary>
    public const string Marks = "\"'“”„‟«»‹›‘’‚‛.,!?…";

    /// <summary>What ends a sentence or a line amid words.</summary>
    public static readonly SearchValues<char> InnerEnds = SearchValues.Create("!?…\n");

    private static readonly SearchValues<string> Speakers = SearchValues.Create(
        [
            "i", "we", "you", "he", "she", "they", "it", "ich", "wir", "du", "ihr", "er", "sie", "es", "je", "nous",
            "vous", "il", "elle", "on",
        ],
        StringComparison.Ordinal);

    /// <summary>Whether words can be what is proposed: one sentence, and with a capital letter where the script has them.</summary>
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

    /// <summary>Whether words have no verb that makes them a sentence, and nobody to say it.</summary>
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
