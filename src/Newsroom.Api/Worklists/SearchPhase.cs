using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Worklists;

/// <summary>What a result of a search matches. Results of one phase follow those of the phase before.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<SearchPhase>))]
public enum SearchPhase
{
    /// <summary>Every word, in one of its forms.</summary>
    Words,

    /// <summary>A word that begins with the last word typed.</summary>
    Beginning,

    /// <summary>The name of a speaker or person that is similar to a word typed. Only where nothing else matches.</summary>
    SimilarName,
}
