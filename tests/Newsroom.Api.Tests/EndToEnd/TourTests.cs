using Newsroom.Api.Composition;
using Newsroom.Api.Tests.Postgres;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>Runs the commands of docs/tour.md against a host with the sample newsroom.</summary>
public sealed class TourTests
{
    private const string RewriteVariable = "NEWSROOM_TOUR";
    private static readonly string[] Tools = ["bash", "base64", "curl", "git", "jq", "sed", "python3"];

    // Reads of projections, which follow commands within a fraction of a second.
    private static readonly string[] Following = [" audit ", " verify-store ", " verify-views"];

    [Fact]
    public async Task Each_step_of_the_tour_prints_what_the_page_states()
    {
        SkipWithoutTools();
        var cancellationToken = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory("newsroom-tests");
        var database = await TestServer.CreateDatabaseAsync();
        try
        {
            using var host = HostProcess.Start(
                database,
                data.Path,
                "Development",
                [("Ledger__CheckpointEvery", "00:00:01"), ("Subscribers__Send", "true")]
            );
            var address = await host.AddressAsync(cancellationToken);
            await LoadSamplesAsync(address, data.Path, cancellationToken);
            await using var shell = new TourShell(address, data.Path);
            await TakeAsync(shell, database, cancellationToken);
        }
        finally
        {
            await TestServer.DropDatabaseAsync(database);
        }
    }

    [Fact]
    public void The_readme_quotes_the_tour()
    {
        var tour = Read("docs", "tour.md");
        var quoted = TourPage.Parse(Read("README.md")).Steps.ToList();
        quoted.ShouldNotBeEmpty();
        foreach (var step in quoted)
        {
            tour.ShouldContain($"{step.Script}\n");
            tour.ShouldContain($"{step.Stated}\n");
        }
    }

    private static string Read(params string[] path) =>
        File.ReadAllText(Path.Combine([RepositoryRoot.Path, .. path])).ReplaceLineEndings("\n");

    private static async Task TakeAsync(TourShell shell, string database, CancellationToken cancellationToken)
    {
        var path = Path.Combine(RepositoryRoot.Path, "docs", "tour.md");
        var page = TourPage.Parse(Read("docs", "tour.md"));
        var different = new Dictionary<TourPage.Step, string>();
        foreach (var step in page.Steps)
        {
            if (IsFollowing(step))
            {
                await TableSignal.ProjectedAsync(database);
            }

            var printed = await shell.RunAsync(step.Script, cancellationToken);
            if (!step.Matches(printed))
            {
                different[step] = printed;
            }
        }

        if (Environment.GetEnvironmentVariable(RewriteVariable) == "write")
        {
            await File.WriteAllTextAsync(path, page.With(different), cancellationToken);
        }

        page.Steps.Count().ShouldBeGreaterThan(20);
        page.Steps.Count(step => step.Stated is null).ShouldBe(1, "Only the functions print nothing.");
        string.Join("\n\n", different.Select(d => $"line {d.Key.Line + 2}: {d.Key.Script}\nprinted\n{d.Value}\ninstead of\n{d.Key.Stated}"))
            .ShouldBeEmpty($"{RewriteVariable}=write writes what was printed to docs/tour.md.");
    }

    private static bool IsFollowing(TourPage.Step step) => Following.Any(read => step.Script.Contains(read, StringComparison.Ordinal));

    private static async Task LoadSamplesAsync(Uri address, string data, CancellationToken cancellationToken)
    {
        using var api = new HttpClient { BaseAddress = address };
        var samples = new SampleData(
            Path.Combine(AppContext.BaseDirectory, "seeds"),
            api,
            (user, roles) => DevelopmentTokens.Issue(data, user, roles)
        );
        await samples.LoadAsync(cancellationToken);
    }

    private static void SkipWithoutTools()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var missing = Tools.Where(tool => !folders.Any(folder => File.Exists(Path.Combine(folder, tool)))).ToList();
        Assert.SkipWhen(missing.Count > 0, $"The tour needs {string.Join(", ", missing)}, which this machine does not have.");
    }
}
