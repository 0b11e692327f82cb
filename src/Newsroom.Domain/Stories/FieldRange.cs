using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Names words by their place in the version that the command is based on.</summary>
/// <param name="Start">The start in UTF-16 code units.</param>
/// <param name="End">The end in UTF-16 code units; the character there is not included.</param>
public sealed record FieldRange(int Start, int End)
{
    /// <summary>The field that has the words.</summary>
    public ArticleField Field { get; init; } = ArticleField.Body;
}
