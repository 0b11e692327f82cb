namespace Newsroom.Domain.Text.Quotations;

/// <summary>Represents a quotation mark in a text.</summary>
/// <param name="Range">The characters of the mark; two for a doubled one such as <c>''</c>.</param>
/// <param name="Use">What the mark does at this place.</param>
public readonly record struct QuotationMark(TextRange Range, MarkUse Use);
