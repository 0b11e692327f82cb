namespace Newsroom.Architecture.Tests;

/// <summary>Lines of code and pages have at most 140 characters; the content of raw string literals is not counted.</summary>
public sealed class LineLengthTests
{
    private const int MaxLength = 140;

    private static readonly string[] Folders = ["src", "tests"];

    private const string Quotes = "\"\"\"";

    [Fact]
    public void Lines_have_at_most_140_characters()
    {
        var pages = Repository.PagesIn("src").ToList();
        pages.Count.ShouldBeGreaterThan(30);
        var files = Folders.SelectMany(Repository.CodeIn).Concat(pages).ToList();
        files.Count.ShouldBeGreaterThan(100);
        files.SelectMany(LongLines).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(140, false)]
    [InlineData(141, true)]
    public void A_line_over_the_limit_is_found(int length, bool isFound) => Find([new string('x', length)]).Any().ShouldBe(isFound);

    [Fact]
    public void Content_of_a_raw_string_is_not_counted() =>
        Find([$"var sql = {Quotes}", new string('x', 200), $"{Quotes};", new string('y', 200)]).ShouldBe([4]);

    private static IEnumerable<string> LongLines(string file) =>
        Find(File.ReadAllLines(file)).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line}");

    private static IEnumerable<int> Find(string[] lines)
    {
        var isRaw = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var toggles = (lines[i].Split(Quotes).Length - 1) % 2 == 1;
            if (!isRaw && lines[i].Length > MaxLength && !lines[i].Contains(Quotes, StringComparison.Ordinal))
            {
                yield return i + 1;
            }

            isRaw ^= toggles;
        }
    }
}
