using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Tests.Composition;

/// <summary>
/// Starts on the database of the build of 28 November 2026: the sample newsroom, a story whose headline and assignee are longer than later
/// builds accept, and the worklists that this assignee had stopped.
/// </summary>
public sealed class EarlierBuildTests : IAsyncLifetime
{
    private const string OverLimit = "01a22266-b63b-728a-ab3c-f788642a406b";
    private static readonly string[] Tables =
    [
        "story",
        "storytext",
        "publishedstory",
        "person",
        "desk",
        "deskpolicies",
        "speaker",
        "erasure",
    ];
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Composition", "EarlierBuild");

    private readonly Newsroom newsroom;
    private Dictionary<string, JsonNode> before = [];
    private EarlierRecord record = new();

    public EarlierBuildTests() => newsroom = new() { IsEmpty = true, Prepare = RestoreAsync };

    public ValueTask InitializeAsync() => newsroom.InitializeAsync();

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task The_database_of_an_earlier_build_is_read_replayed_and_extended()
    {
        await newsroom.CatchUpAsync();
        await new EarlierBuildAnswers(newsroom, record).TrailIsAsStoredAsync();
        (await newsroom.As("jonas", Role.Admin).PostAsync("/views/rebuild-views", new { })).Is(200);
        var auditor = newsroom.As("wilma", Role.Auditor);
        var views = LastLine(await auditor.GetAsync("/views/verify-views"))["views"]!.AsObject();
        views.ShouldNotBeEmpty();
        views.Where(view => view.Value!["different"]!.GetValue<long>() > 0).Select(view => view.Value!.ToJsonString()).ShouldBeEmpty();
        LastLine(await auditor.GetAsync("/ledger/verify-store"))["findings"]!.AsArray().ShouldBeEmpty();

        var after = await DocumentsAsync(newsroom.Database);
        before.Count.ShouldBeGreaterThan(20);
        foreach (var (key, document) in before)
        {
            Differences(document, after[key], key).ShouldBeEmpty();
        }

        await new EarlierBuildAnswers(newsroom, record).AreAsRecordedAsync();

        var ed = newsroom.As("ana", Role.Editor);
        var story = (await ed.GetAsync($"/stories/{OverLimit}")).Is(200).Json;
        story["assignee"]!.GetValue<string>().Length.ShouldBeGreaterThan(9000);
        (
            await ed.PostAsync(
                $"/stories/{OverLimit}/revise-article",
                new { body = "The pier is closed." },
                basedOn: story["version"]!.GetValue<long>()
            )
        ).Is(200);
        (await ed.GetAsync($"/stories/{OverLimit}?version=1")).Is(200);
        await newsroom.CatchUpAsync();
        (await ed.GetAsync("/stories?q=pier+closed"))
            .Is(200)
            .Json.AsArray()
            .Select(s => s!["id"]!.GetValue<string>())
            .ShouldContain(OverLimit);
        (await newsroom.Reader().GetAsync("/published/north-breakwater-vote")).Is(200);
        (await newsroom.Reader().GetAsync("/health/ready")).Is(200);
    }

    private async Task RestoreAsync(string database, string data)
    {
        foreach (var key in new[] { "ledger.key", "development-issuer.key" })
        {
            File.Copy(Path.Combine(Folder, key), Path.Combine(data, key));
        }

        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await source.RunAsync(await File.ReadAllTextAsync(Path.Combine(Folder, "database.sql")));
        before = await DocumentsAsync(database);
        record = await EarlierRecord.ReadAsync(source);
    }

    /// <summary>The documents that are folded from events, by table and id.</summary>
    private static async Task<Dictionary<string, JsonNode>> DocumentsAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        var documents = new Dictionary<string, JsonNode>();
        foreach (var table in Tables)
        {
            await using var read = source.CreateCommand($"select id::text, data::text from newsroom.mt_doc_{table}");
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                documents[$"{table} {rows.GetString(0)}"] = Expand(JsonNode.Parse(rows.GetString(1))!);
            }
        }

        return documents;
    }

    /// <summary>Blame is compared span by span: that build stored each as an object.</summary>
    private static JsonNode Expand(JsonNode document)
    {
        if (document["bodyBlame"] is not null)
        {
            var text = document.Deserialize<StoryText>(JsonSerializerOptions.Web)!;
            document["headlineBlame"] = JsonSerializer.SerializeToNode(text.HeadlineBlame, JsonSerializerOptions.Web);
            document["standfirstBlame"] = JsonSerializer.SerializeToNode(text.StandfirstBlame, JsonSerializerOptions.Web);
            document["bodyBlame"] = JsonSerializer.SerializeToNode(text.BodyBlame, JsonSerializerOptions.Web);
        }

        return document;
    }

    /// <summary>
    /// Lists members that changed. New members are allowed; lapsed approvals may be missing, because a correction now voids them.
    /// </summary>
    private static IEnumerable<string> Differences(JsonNode? was, JsonNode? now, string path) =>
        (was, now) switch
        {
            (JsonArray old, JsonArray current) when path.EndsWith(".approvals", StringComparison.Ordinal) && current.Count < old.Count =>
                Differences(Standing(old), Standing(current), path + " standing"),
            (JsonObject old, JsonObject current) => old.SelectMany(member =>
                Differences(member.Value, current[member.Key], $"{path}.{member.Key}")
            ),
            (JsonArray old, JsonArray current) when old.Count == current.Count => old.SelectMany(
                (item, at) => Differences(item, current[at], $"{path}[{at}]")
            ),
            _ when JsonNode.DeepEquals(was, now) => [],
            _ => [$"{path} was {was?.ToJsonString()} and is {now?.ToJsonString()}"],
        };

    private static JsonArray Standing(JsonArray approvals) =>
        [.. approvals.Where(a => a!["standing"]!.GetValue<bool>()).Select(a => a!.DeepClone())];

    private static JsonNode LastLine(Answer answer) => JsonNode.Parse(answer.Is(200).Text.TrimEnd().Split('\n')[^1])!;
}
