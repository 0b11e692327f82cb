using static Newsroom.Console.Text.ArticleNode;

namespace Newsroom.Console.Text;

/// <summary>Splits words where marks begin and end.</summary>
internal static class MarkedWords
{
    /// <summary>Returns the pieces of words, in their order.</summary>
    public static IEnumerable<Words> Split(Words words, IEnumerable<Mark> marks)
    {
        if (!words.IsLiteral)
        {
            return [words];
        }

        var cuts = marks
            .SelectMany(mark => new[] { mark.Start, mark.End })
            .Where(cut => cut > words.Start && cut < words.End)
            .Append(words.End)
            .Distinct()
            .Order();
        return Pieces(words, cuts);
    }

    /// <summary>Returns the words of nodes, in their order.</summary>
    public static IEnumerable<Words> In(IEnumerable<ArticleNode> nodes) =>
        nodes.SelectMany(node =>
            node switch
            {
                Words words => [words],
                Element element => In(element.Content),
                _ => [],
            }
        );

    private static IEnumerable<Words> Pieces(Words words, IEnumerable<int> cuts)
    {
        var start = words.Start;
        foreach (var cut in cuts)
        {
            yield return new Words(words.Text[(start - words.Start)..(cut - words.Start)], start, cut);
            start = cut;
        }
    }
}
