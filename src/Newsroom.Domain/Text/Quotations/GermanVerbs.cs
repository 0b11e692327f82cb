using System.Collections.Frozen;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Recognises German verbs by their endings: nouns are capitalised, and adjectives precede them.</summary>
internal static class GermanVerbs
{
    private static readonly FrozenSet<string> WithT = Of(
        "mit seit statt samt jetzt acht fast erst selbst dort gut alt laut rot weit echt tot breit kalt bunt hart spät leicht "
            + "schlecht recht zuletzt"
    );

    private static readonly FrozenSet<string> WithEn = Of(
        "den einen seinen meinen ihren deinen unseren gegen wegen neben zwischen morgen oben unten außen innen sieben allen anderen "
            + "jeden keinen"
    );

    // Verbs of indirect speech.
    private static readonly FrozenSet<string> Indirect = Of(
        "sei seien habe werde wolle solle könne dürfe müsse hätte hätten wäre wären würde würden gebe diene gelte bleibe gehe komme "
            + "stehe mache brauche"
    );

    public static bool AreIn(ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (ProposalWords.IsPredicate(word.ToLowerInvariant()))
            {
                return true;
            }

            if (!char.IsLower(word[0]) || WithT.Contains(word) || WithEn.Contains(word))
            {
                continue;
            }

            var isAdjective = i + 1 < words.Length && !char.IsLower(words[i + 1][0]);
            var isInflected = word.EndsWith("te", StringComparison.Ordinal) || word.EndsWith("en", StringComparison.Ordinal);
            if (word.EndsWith('t') || (isInflected && !isAdjective))
            {
                return true;
            }
        }

        return false;
    }

    public static bool AreIndirect(string[] words) => words.Any(Indirect.Contains);

    private static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet();
}
