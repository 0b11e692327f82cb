using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>The place that a command names, in exactly one of three ways.</summary>
/// <param name="Words">The words.</param>
/// <param name="Field">The field of the words.</param>
/// <param name="Start">The start of the words.</param>
/// <param name="Range">A range.</param>
/// <param name="Quotation">A quotation.</param>
internal sealed record NamedPlace(string? Words, ArticleField Field, int? Start, FieldRange? Range, QuotationPlace? Quotation)
{
    /// <summary>Gets whether the place is named in exactly one way.</summary>
    public bool IsOne =>
        (Words is null ? 0 : 1) + (Range is null ? 0 : 1) + (Quotation is null ? 0 : 1) == 1
        && (Start is null || Words is not null)
        && (Quotation is null || Quotation.Nth is null != Quotation.Offset is null);

    public static NamedPlace Of(StoryCommand.AttributeQuote c) => new(c.Words, c.Field, c.Start, c.Range, c.Quotation);

    public static NamedPlace Of(StoryCommand.FlagClaim c) => new(c.Words, c.Field, c.Start, c.Range, c.Quotation);
}
