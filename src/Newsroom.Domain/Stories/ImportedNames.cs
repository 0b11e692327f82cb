using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Derives the names of imported people, stories and headlines.</summary>
public static partial class ImportedNames
{
    private const int MaxSlugs = 10;

    /// <summary>Returns whether an identity can be that of a token: authors of imported words have none.</summary>
    public static bool CanActHere(string person) => !person.EndsWith("@git", StringComparison.Ordinal);

    /// <summary>
    /// Returns the identity of a commit's author: the address with the issuer <c>git</c>, or the name where there is no address.
    /// </summary>
    public static string PersonOf(string name, string email)
    {
        var subject = ForbiddenCharacters.Showable(email).Trim() is { Length: > 0 } address ? address : Slug.From(name);
        return $"{Unfit().Replace(subject.ToLowerInvariant(), "_")}@git";
    }

    /// <summary>Returns a name without forbidden characters, truncated to its limit.</summary>
    public static string NameOf(string name) => LimitTable.The("ImportedChange.name").Cut(ForbiddenCharacters.Showable(name));

    /// <summary>Returns whether an author's identity is within its limit.</summary>
    public static bool CanKeepAuthor(string person) => LimitTable.The("person").Allows(person);

    /// <summary>Returns the slug of a file's name: without folders, date and extension.</summary>
    public static string SlugOf(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = Extension().Replace(parts.Length > 0 ? parts[^1] : "", "");
        return Slug.From(Date().Replace(parts.Length > 1 && Nameless().IsMatch(name) ? parts[^2] : name, ""));
    }

    /// <summary>
    /// Returns the slugs of a file's name, the shortest first: without date, with date, and with more and more of its folders. Folders that
    /// are parts of one date are added together.
    /// </summary>
    public static ImmutableArray<string> SlugsOf(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = Extension().Replace(parts.Length > 0 ? parts[^1] : "", "");
        var folders = parts.Length > 1 && Nameless().IsMatch(name) ? parts.Length - 2 : parts.Length - 1;
        var words = folders == parts.Length - 1 ? name : parts[^2];
        var slugs = new List<string> { SlugOf(path), Slug.From(words) };
        while (folders > 0 && slugs.Count < MaxSlugs)
        {
            do
            {
                words = $"{parts[--folders]} {words}";
            } while (folders > 0 && parts[folders].All(char.IsAsciiDigit) && parts[folders - 1].All(char.IsAsciiDigit));

            slugs.Add(Slug.From(words));
        }

        return [.. slugs.Distinct()];
    }

    /// <summary>Returns a slug for each file: the shortest that no other of these files has, or else the longest.</summary>
    /// <param name="paths">The files.</param>
    public static IReadOnlyDictionary<string, string> DistinctSlugs(IReadOnlyCollection<string> paths)
    {
        var slugs = paths.Distinct().ToDictionary(path => path, SlugsOf);
        var counts = new List<Dictionary<string, int>>();
        for (var level = 0; slugs.Values.Any(s => s.Length > level); level++)
        {
            counts.Add(slugs.Values.CountBy(s => s[Math.Min(level, s.Length - 1)]).ToDictionary());
        }

        return slugs.ToDictionary(s => s.Key, s => s.Value.Where((slug, level) => counts[level][slug] == 1).FirstOrDefault(s.Value[^1]));
    }

    /// <summary>Returns the headline of a file, truncated to its limit. The body contains the whole file.</summary>
    public static string HeadlineOf(string text) => LimitTable.The("headline").Cut(ForbiddenCharacters.Showable(FileHeadline.Of(text)));

    [GeneratedRegex(@"[\s{}]+")]
    private static partial Regex Unfit();

    [GeneratedRegex(@"\.[A-Za-z0-9]+\z")]
    private static partial Regex Extension();

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}-")]
    private static partial Regex Date();

    [GeneratedRegex("^(_?index|readme)$", RegexOptions.IgnoreCase)]
    private static partial Regex Nameless();
}
