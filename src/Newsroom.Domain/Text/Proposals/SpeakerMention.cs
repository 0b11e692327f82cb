using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text.Proposals;

/// <summary>Reasons why words are read as the source of a quotation.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<SpeakerReason>))]
public enum SpeakerReason
{
    /// <summary>They and a verb of saying follow the quotation.</summary>
    Follows,

    /// <summary>They and a verb of saying are before the quotation, in its sentence.</summary>
    Precedes,

    /// <summary>They are the source of the quotation before it in the paragraph.</summary>
    Continues,

    /// <summary>The sentence before the quotation introduces it.</summary>
    Introduces,

    /// <summary>They are the subject of the quotation's sentence.</summary>
    Subject,
}

/// <summary>The words of a text that name the source of a quotation.</summary>
/// <param name="Mention">The range of the name, noun phrase or pronoun.</param>
/// <param name="Cue">The range of the verb of saying; null where there is none.</param>
/// <param name="Reason">The reason.</param>
public sealed record SpeakerMention(TextRange Mention, TextRange? Cue, SpeakerReason Reason);
