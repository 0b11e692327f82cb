namespace Newsroom.Console.Text;

/// <summary>A part of an article as readers read it.</summary>
internal abstract record ArticleNode
{
    /// <summary>Words with their place in the source.</summary>
    /// <param name="Text">The visible words.</param>
    /// <param name="Start">The offset of their source, in UTF-16 code units.</param>
    /// <param name="End">The offset after their source.</param>
    public sealed record Words(string Text, int Start, int End) : ArticleNode
    {
        /// <summary>Gets whether each code unit is one of the source, so that the words can be split.</summary>
        public bool IsLiteral => End - Start == Text.Length;
    }

    /// <summary>An element with content, such as a paragraph or emphasis.</summary>
    /// <param name="Name">The name of the HTML element.</param>
    /// <param name="Content">The content.</param>
    /// <param name="Address">The address of a link; null for other elements.</param>
    public sealed record Element(string Name, IReadOnlyList<ArticleNode> Content, string? Address = null) : ArticleNode;
}
