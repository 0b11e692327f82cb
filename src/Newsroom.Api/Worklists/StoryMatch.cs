using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Worklists;

/// <summary>Why a search found a story.</summary>
/// <param name="By">What it matches.</param>
/// <param name="Headline">The words of the headline that match, as ranges in UTF-16 code units.</param>
/// <param name="Snippet">The part of standfirst or body that matches best, or the beginning of the text.</param>
public sealed record StoryMatch(SearchPhase By, ImmutableArray<TextRange> Headline, Snippet Snippet)
{
    /// <summary>Gets the name that was searched in place of a word typed; null where the words typed were searched.</summary>
    public string? Name { get; init; }
}
