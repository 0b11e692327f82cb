using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Tests.Imports;

/// <summary>Real histories are imported and read again: no text is lost, and blame agrees with git.</summary>
public class RealHistoriesTests
{
    /// <summary>The number of articles whose blame is compared: those with the most versions.</summary>
    private const int Blamed = 10;

    /// <summary>Of every how many articles the versions are compared, from a random one: all with NEWSROOM_HISTORIES=all.</summary>
    private static readonly int Compared = Environment.GetEnvironmentVariable("NEWSROOM_HISTORIES") == "all" ? 1 : 10;

    [Theory]
    [InlineData("rust-blog", 761, 4515, 2)]
    // By the same rule; with -explicit on.
    [InlineData("18f", 549, 3569, 0, Explicit = true)]
    public async Task Every_version_equals_the_file_in_git_and_blame_agrees_with_git(string name, int stories, int changes, int notUtf8)
    {
        using var git = new GitHistory();
        await BuildAsync(Corpus.Files("data/histories", "to_git.py").Single(), name, git.Folder);
        await using var newsroom = new Newsroom();
        await newsroom.InitializeAsync();

        var told = await newsroom.TypeAsync("root", Role.Admin, "import-history", git.Folder, "--desk", "world");
        told.Code.ShouldBe(notUtf8 == 0 ? 0 : 3, told.Said);
        told.Said.ShouldContain(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{stories:N0} stories: {changes - notUtf8:N0} changes imported, {notUtf8:N0} skipped."
            )
        );

        await newsroom.CatchUpAsync();
        var reader = newsroom.As("ida", Role.Auditor);
        var articles = new List<Imported>();
        await using var session = newsroom.Host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var ids = await StoriesAsync(reader);
        ids.Count.ShouldBe(stories);
        var first = Random.Shared.Next(Compared);
        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: every {Compared}th article from article {first} is compared.");
        foreach (var id in ids.Order().Where((_, i) => i % Compared == first))
        {
            articles.Add(await ReadBackAsync(reader, session, id));
        }

        var compared = articles.Sum(a => a.Versions.Count + a.Deletions);
        compared.ShouldBeGreaterThan((changes - notUtf8) / (4 * Compared));
        if (Compared == 1)
        {
            compared.ShouldBe(changes - notUtf8);
        }

        var kept = articles.SelectMany(a => a.Versions).ToList();
        var blobs = (
            await GitHistory.GitAsync(
                Encoding.UTF8.GetBytes(string.Concat(kept.Select(v => $"{v.Commit}:{v.Path}\n"))),
                "-C",
                git.Folder,
                "cat-file",
                "--batch-check"
            )
        ).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        blobs
            .Zip(kept)
            .Where(pair => pair.First.Split(' ')[0] != BlobOf(pair.Second.Body))
            .Select(pair => $"{pair.Second.Commit}:{pair.Second.Path}")
            .ShouldBeEmpty();

        var (agreed, words) = (0, 0);
        foreach (var article in articles.OrderByDescending(a => a.Versions.Count).ThenBy(a => a.Story).Take(Blamed))
        {
            var (same, all) = await AgreementAsync(reader, article);
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"{name}: {article.Versions[^1].Path}: {article.Versions.Count} versions, {all} words, git agrees on "
                    + $"{100.0 * same / all:F1} %"
            );
            (agreed, words) = (agreed + same, words + all);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: of {words} words git agrees on {100.0 * agreed / words:F1} %");
        agreed.ShouldBeGreaterThanOrEqualTo((int)(0.95 * words));
    }

    private static async Task BuildAsync(string toGit, string name, string folder)
    {
        Process? python = null;
        try
        {
            python = Process.Start(new ProcessStartInfo("python3", [toGit, name, folder]));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("The histories are made into a repository by Python 3, which is not installed.");
        }

        await python!.WaitForExitAsync(TestContext.Current.CancellationToken);
        python.ExitCode.ShouldBe(0);
    }

    private static async Task<List<Guid>> StoriesAsync(Person reader) =>
        [.. (await AllAsync(reader, "/stories?limit=200")).Select(s => s["id"]!.GetValue<Guid>())];

    private static async Task<List<JsonNode>> AllAsync(Person reader, string first)
    {
        var all = new List<JsonNode>();
        for (var page = first; page is not null;)
        {
            var answer = (await reader.GetAsync(page)).Is(200);
            all.AddRange(answer.Json.AsArray()!);
            page = answer.Link?.Split('<', '>')[1];
        }

        return all;
    }

    /// <summary>
    /// Reads every version that a commit made. History and last version come from the API; earlier versions are read as the API does,
    /// without their gates.
    /// </summary>
    private static async Task<Imported> ReadBackAsync(Person reader, IQuerySession session, Guid id)
    {
        var (path, deletions, versions) = ("", 0, new List<ImportedVersion>());
        foreach (var change in (await AllAsync(reader, $"/stories/{id}/history?limit=200")).GroupBy(h => h["commit"]!.GetValue<string>()))
        {
            path = change.Select(h => h!["path"]?.GetValue<string>()).OfType<string>().LastOrDefault() ?? path;
            if (change.Last()!["type"]!.GetValue<string>() == "story_spiked")
            {
                deletions++;
                continue;
            }

            var version = new PointInTime.OfVersion(change.Max(h => h!["to"]!.GetValue<long>()));
            var then = await StoryHistoryReader.AtAsync(session, id, version, TestContext.Current.CancellationToken);
            versions.Add(new ImportedVersion(change.Key, path, then!.Text.Article.Body));
        }

        (await reader.GetAsync($"/stories/{id}")).Is(200).Json["article"]!["body"]!.GetValue<string>().ShouldBe(versions[^1].Body);
        return new Imported(id, versions, deletions);
    }

    /// <summary>
    /// Counts the words of the last version whose commit is the same in the newsroom's blame and in git's. Git blames lines, so it gets the
    /// same history with one word a line; otherwise one changed comma would change the author of a paragraph. Most differences are moved
    /// words: here they keep their author, to git they are new.
    /// </summary>
    private static async Task<(int Agreed, int Words)> AgreementAsync(Person reader, Imported article)
    {
        using var words = new GitHistory();
        int? last = null;
        foreach (var (version, index) in article.Versions.Select((v, i) => (v, i)))
        {
            last = words.Commit(
                "Somebody <somebody@example.org>",
                1400000000 + index,
                version.Commit,
                [
                    (
                        "words",
                        Encoding.UTF8.GetBytes(
                            string.Concat(
                                TextTokens
                                    .Of(version.Body)
                                    .Select(t =>
                                        t.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
                                        + "\n"
                                    )
                            )
                        )
                    ),
                ],
                from: last
            );
        }

        await words.BuildAsync();
        var gits = (await words.RunAsync("blame", "--line-porcelain", "main", "--", "words"))
            .Split('\n')
            .Where(line => line.StartsWith("summary ", StringComparison.Ordinal))
            .Select(line => line["summary ".Length..])
            .ToList();
        var tokens = TextTokens.Of(article.Versions[^1].Body);
        gits.Count.ShouldBe(tokens.Count);

        var ours = (await BodyBlame.ReadAsync(reader, article.Story))
            .Spans.SelectMany(s => Enumerable.Repeat(s["commit"]!.GetValue<string>(), s["words"]!.GetValue<string>().Length))
            .ToList();
        var (agreed, all, at) = (0, 0, 0);
        foreach (var (token, commit) in tokens.Zip(gits))
        {
            if (char.IsLetterOrDigit(token[0]))
            {
                all++;
                agreed += ours[at] == commit ? 1 : 0;
            }

            at += token.Length;
        }

        return (agreed, all);
    }

    private static string BlobOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes($"blob {bytes.Length}\0"));
        hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed record Imported(Guid Story, List<ImportedVersion> Versions, int Deletions);

    private sealed record ImportedVersion(string Commit, string Path, string Body);
}
