using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Operations.Store;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Api.Tests.Scenarios;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Ledgers;

/// <summary>A newsroom of its own with a row in every table, and somebody with the whole database in their hands.</summary>
public sealed class AttackedNewsroom : IAsyncLifetime
{
    private static readonly string[] FactChecker = ["fact-checker"];

    private readonly Newsroom newsroom = new();

    /// <summary>Its services.</summary>
    public IServiceProvider Services => newsroom.Host.Services;

    /// <summary>How its database's owner reaches it.</summary>
    public string Database => newsroom.Database;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens a connection of the superuser, whom no trigger and no foreign key stops.</summary>
    public async Task<NpgsqlConnection> Superuser()
    {
        var connection = await Services.GetRequiredService<Owner>().Open(Cancel);
        await connection.Run("set session_replication_role = replica");
        return connection;
    }

    /// <summary>What verify-store finds after an attack that is taken back.</summary>
    public async Task<StoreReport> StoreAfter(string attack)
    {
        await using var connection = await Superuser();
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await connection.Run(attack);
        StoreReport? last = null;
        await foreach (var report in Services.GetRequiredService<StoreVerifier>().Walk(connection, null, Cancel))
        {
            last = report;
        }

        return last!;
    }

    /// <summary>What verify-views finds after an attack on a table, which is then what it was.</summary>
    public async Task<IReadOnlyList<string>> ViewsAfter(string attack, string table)
    {
        await using var connection = await Superuser();
        await connection.Run($"create temp table saved as select * from newsroom.{table}");
        await connection.Run(attack);
        try
        {
            return await Different([ViewOf(table, Services.GetRequiredService<ViewCatalog>())]);
        }
        finally
        {
            await connection.Run($"truncate newsroom.{table}; insert into newsroom.{table} select * from saved; drop table saved");
        }
    }

    /// <summary>Sends a request that reads, as one who may.</summary>
    public Task<Answer> Read(Permit permit, Guid story, string slug)
    {
        var path = permit
            .Route.Replace("{storyId}", $"{story}", StringComparison.Ordinal)
            .Replace("{slug}", slug, StringComparison.Ordinal)
            .Replace("{desk}", "world", StringComparison.Ordinal)
            .Replace("{level}", "0", StringComparison.Ordinal)
            .Replace("{index}", "000", StringComparison.Ordinal);
        path += path.EndsWith("/diff", StringComparison.Ordinal) ? "?from=1&to=2" : "";
        return (permit.IsPublic ? newsroom.Reader() : newsroom.As("pat", permit.Roles[0])).Get(path);
    }

    /// <summary>What differs in all views.</summary>
    public Task<IReadOnlyList<string>> Different() => Different(Services.GetRequiredService<ViewCatalog>().Names);

    private async Task<IReadOnlyList<string>> Different(IReadOnlyCollection<string> views)
    {
        ViewReport? last = null;
        await foreach (var report in Services.GetRequiredService<ProjectionVerifier>().WalkAsync(repair: false, views, Cancel))
        {
            last = report;
        }

        return [.. last!.Views.SelectMany(view => view.Value.Named.Select(name => $"{view.Key}: {name}"))];
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await newsroom.InitializeAsync();
        await Configure();
        var story = await Published();
        var checkpoints = Services.GetRequiredService<Checkpoints>();
        await newsroom.CatchUp();
        await checkpoints.SignNow(Cancel);
        await Erase(await Published());
        await newsroom.CatchUp();
        await checkpoints.SignNow(Cancel);

        // More leaves than a tile has, and versions enough for a keyframe.
        for (var note = 0; note < 230; note++)
        {
            (await story.Do("add-note", "ed", Role.Editor, new { text = $"Note {note}" })).Is(200);
        }

        await StoryDriver.Drafted(newsroom, "Waiting", "The wall is 31 metres long.");
        var sung = await StoryDriver.Drafted(newsroom, "A song", "They sang “give me back my little boat” twice.");
        (await sung.Do("dismiss-quotation", "ed", Role.Editor, new { words = "“give me back my little boat”", reason = "A song." })).Is(
            200
        );
        var waiting = await StoryDriver.Drafted(newsroom, "Waiting to be checked", "The wall is 31 metres long.");
        (await waiting.Do("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await waiting.Do("spike", "rita", Role.Reporter, new { reason = "Not mine to spike." })).Is(403);
        await newsroom.CatchUp();
        await checkpoints.SignNow(Cancel);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    private static string ViewOf(string table, ViewCatalog catalog) =>
        table switch
        {
            "audit" => "audit",
            "story_words" => "words",
            _ => catalog.Views.Single(v => IsOf(table, v.View.GetType().GenericTypeArguments)).View.Name,
        };

    private static bool IsOf(string table, Type[] documents) =>
        documents is [var document] && $"mt_doc_{document.Name}".Equals(table, StringComparison.OrdinalIgnoreCase);

    private async Task Configure()
    {
        var admin = newsroom.As("root", Role.Admin);
        (await admin.Put("/people/femi", new { name = "Femi Okoro", roles = FactChecker })).Status.ShouldBeOneOf(200, 201);
        (await admin.Put("/people/pomona", new { name = "Pomona Applegarth", roles = FactChecker })).Status.ShouldBeOneOf(200, 201);
        (
            await admin.Post(
                "/desks/metro/propose-policy",
                new { gates = new[] { new { gate = "approvals", minimum = 1 } }, reason = "Small desk." }
            )
        ).Is(200);
        foreach (var id in new[] { "official", "forgotten" })
        {
            (
                await newsroom
                    .As("rita", Role.Reporter)
                    .Post(
                        "/speakers/register-speaker",
                        new
                        {
                            name = "A senior official",
                            id,
                            identity = "Zebedee Quorn",
                        }
                    )
            ).Is(201);
        }
    }

    private async Task<StoryDriver> Published()
    {
        var story = await StoryDriver.Drafted(newsroom, "Attacked", "The wall is 31 metres long. It rains.");
        (await story.Do("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await story.Verify("c1")).Is(200);
        (await story.Do("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.Approve("ned")).Is(200);
        (await story.Approve("lea", Role.Legal)).Is(200);
        (await story.Publish()).Is(200);
        return story;
    }

    private async Task Erase(StoryDriver story)
    {
        await newsroom.CatchUp();
        var check = await Services
            .GetRequiredService<NpgsqlDataSource>()
            .Scalar<Guid>($"select id from newsroom.mt_events where stream_id = '{story.Id}' and type = 'fact_checked'");
        foreach (var (kind, subject) in new[] { ("evidence", $"{check}"), ("person", "pomona"), ("identity", "forgotten") })
        {
            var asked = (
                await newsroom
                    .As("lea", Role.Legal)
                    .Post(
                        "/erasures/request-erasure",
                        new
                        {
                            kind,
                            subject,
                            legalBasis = "GDPR Art. 17(1)(a)",
                            reason = "They asked.",
                        }
                    )
            ).Is(201);
            (await newsroom.As("chi", Role.ChiefEditor).Post($"/erasures/{asked.Json["id"]!.GetValue<Guid>()}/approve-erasure")).Is(200);
        }
    }
}
