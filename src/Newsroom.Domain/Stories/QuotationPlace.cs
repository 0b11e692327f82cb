using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>
/// Names a quotation of the version that the command is based on, as <c>quoted</c> lists it: by its number, or by an offset in it.
/// </summary>
public sealed record QuotationPlace
{
    /// <summary>The number in the list, from 1.</summary>
    public int? Nth { get; init; }

    /// <summary>The field of the offset.</summary>
    public ArticleField Field { get; init; } = ArticleField.Body;

    /// <summary>An offset in the quotation, in UTF-16 code units.</summary>
    public int? Offset { get; init; }
}
