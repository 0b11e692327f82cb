using System.Collections.Frozen;

namespace Newsroom.Domain.Text.Proposals;

/// <summary>The words of a language by which speech is attributed.</summary>
/// <param name="Verbs">Verbs of saying, in all their forms.</param>
/// <param name="Sources">Words before a source: "according to", "laut".</param>
/// <param name="Pronouns">Pronouns that can be the subject of a verb of saying.</param>
/// <param name="Helpers">Auxiliary verbs and adverbs between a subject and its verb.</param>
/// <param name="Borders">Words at which a noun phrase ends or before which it begins.</param>
/// <param name="Links">Words that join a phrase to the one before it: "of the committee".</param>
/// <param name="Articles">Articles and possessives that begin a noun phrase.</param>
/// <param name="Auxiliaries">Finite verbs that a participle of saying needs.</param>
/// <param name="Subordinators">Words that begin a clause whose verb is last.</param>
/// <param name="Joins">Words that join clauses.</param>
/// <param name="Reported">Verb forms of reported speech without a verb of saying.</param>
/// <param name="SourceNouns">Nouns between a preposition and a source: "nach Angaben der Polizei".</param>
/// <param name="Openers">First words of adverbials without a preposition: "hours later", "last week".</param>
/// <param name="VerbSecond">Whether the subject follows the verb where another part of the sentence comes first.</param>
internal sealed record SpeechWords(
    FrozenSet<string> Verbs,
    FrozenSet<string> Sources,
    FrozenSet<string> Pronouns,
    FrozenSet<string> Helpers,
    FrozenSet<string> Borders,
    FrozenSet<string> Links,
    FrozenSet<string> Articles,
    FrozenSet<string> Auxiliaries,
    FrozenSet<string> Subordinators,
    FrozenSet<string> Joins,
    FrozenSet<string> Reported,
    FrozenSet<string> SourceNouns,
    FrozenSet<string> Openers,
    bool VerbSecond
)
{
    /// <summary>Returns the words of a language (BCP 47); English for a language without a table.</summary>
    public static SpeechWords Of(string language) =>
        language.Split('-')[0].Equals("de", StringComparison.OrdinalIgnoreCase) ? GermanSpeech.Words : EnglishSpeech.Words;

    /// <summary>Returns the words of a list.</summary>
    public static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
