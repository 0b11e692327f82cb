namespace Newsroom.Domain.Text;

/// <summary>A Markdown text takes more work to parse than is accepted.</summary>
/// <param name="at">Offset in the source where the parser stopped.</param>
internal sealed class MarkdownTooComplexException(int at) : Exception("The Markdown takes too many steps to parse.")
{
    /// <summary>Offset in the source where the parser stopped, in UTF-16 code units.</summary>
    public int At => at;
}
