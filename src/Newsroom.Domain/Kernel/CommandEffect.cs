using System.Text.Json.Serialization;

namespace Newsroom.Domain.Kernel;

/// <summary>Classifies what a command changes besides what it asks for.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<EffectKind>))]
public enum EffectKind
{
    /// <summary>A check, an approval, a waiver or a dismissal would no longer be valid.</summary>
    Lapses,

    /// <summary>A lapsed check, approval, waiver or dismissal would be valid again.</summary>
    Returns,

    /// <summary>The command would be merged with a revision by another person.</summary>
    Merges,

    /// <summary>Something else would change: a passage, an edition, a policy.</summary>
    Changes,
}

/// <summary>An effect that a command would have.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Sentence">The effect as a sentence; people are identities in braces.</param>
public sealed record CommandEffect(EffectKind Kind, string Sentence);
