using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Finds who touched words of an article, with one lookup for each text.</summary>
internal sealed class BlameLookups(StoryText text)
{
    private readonly Dictionary<ArticleField, BlameLookup> fields = [];

    /// <summary>Lists everyone who touched words of a range.</summary>
    public ImmutableSortedSet<string> Touched(ArticleField field, TextRange range)
    {
        if (!fields.TryGetValue(field, out var lookup))
        {
            fields[field] = lookup = new BlameLookup(text.BlameOf(field));
        }

        return lookup.Touched(range);
    }
}
