namespace Newsroom.Domain.Text;

/// <param name="at">The offset in the source where the parser stopped.</param>
internal sealed class MarkdownTooComplexException(int at) : Exception("The Markdown takes too many steps to parse.")
{
    /// <summary>Gets the offset in the source where the parser stopped, in UTF-16 code units.</summary>
    public int At => at;
}
