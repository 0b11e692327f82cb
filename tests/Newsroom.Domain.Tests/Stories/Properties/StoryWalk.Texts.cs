namespace Newsroom.Domain.Tests.Stories.Properties;

internal sealed partial class StoryWalk
{
    private static readonly string[] Paragraphs =
    [
        "“We will rebuild the bridge,” said Berg.",
        "“We shall rebuild the bridge,” said Berg.",
        "“Nobody was hurt in any way,” said Lund.",
        "Critics call it “a bridge to nowhere at all” now.",
        "They sang “rain again” twice.",
        "It cost 3 million.",
        "It cost 4 million.",
        "It fell in May.",
    ];

    private static readonly string[] Headlines =
    [
        "A bridge",
        "Berg: “rebuild the bridge”",
        "“We will rebuild the bridge”",
        "It cost 3 million",
    ];

    private static readonly Dictionary<string, (string Words, bool IsTerm)> Quotations = new()
    {
        [Paragraphs[0]] = ("“We will rebuild the bridge,”", false),
        [Paragraphs[1]] = ("“We shall rebuild the bridge,”", false),
        [Paragraphs[2]] = ("“Nobody was hurt in any way,”", false),
        [Paragraphs[3]] = ("“a bridge to nowhere at all”", false),
        [Paragraphs[4]] = ("“rain again”", true),
        [Headlines[1]] = ("“rebuild the bridge”", true),
        [Headlines[2]] = ("“We will rebuild the bridge”", false),
    };
}
