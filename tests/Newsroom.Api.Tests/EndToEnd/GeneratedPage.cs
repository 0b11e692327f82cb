namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>
/// Compares generated parts of <c>docs</c> with the program. With <c>NEWSROOM_DOCS=write</c> it updates the page instead.
/// </summary>
internal static class GeneratedPage
{
    private const string Variable = "NEWSROOM_DOCS";

    private static bool IsWritten => Environment.GetEnvironmentVariable(Variable) == "write";

    /// <summary>Asserts that a page is this text.</summary>
    public static void ShouldBe(string page, string text)
    {
        var path = PathOf(page);
        if (IsWritten)
        {
            File.WriteAllText(path, text);
        }

        var stated = File.Exists(path) ? Read(path) : "";
        stated.ShouldBe(text, Advice(page));
    }

    /// <summary>Asserts that a page has this table; the first line of the table finds it.</summary>
    public static void ShouldHaveTable(string page, string table)
    {
        var path = PathOf(page);
        var text = Read(path);
        var head = table[..(table.IndexOf('\n', StringComparison.Ordinal) + 1)];
        var start = text.IndexOf(head, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, $"{page} has no line {head}");
        var stated = string.Concat(text[start..].Split('\n').TakeWhile(line => line.StartsWith('|')).Select(line => $"{line}\n"));
        if (IsWritten)
        {
            File.WriteAllText(path, text.Replace(stated, table, StringComparison.Ordinal));
            stated = table;
        }

        stated.ShouldBe(table, Advice(page));
    }

    private static string PathOf(string page) => Path.Combine(RepositoryRoot.Path, "docs", page);

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static string Advice(string page) => $"{Variable}=write writes what the program says to docs/{page}.";
}
