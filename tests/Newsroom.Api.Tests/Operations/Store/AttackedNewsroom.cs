using System.Data;
using System.Security.Cryptography;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Operations.Store;
using Newsroom.Api.Tests.Ledger;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Operations.Store;

/// <summary>A separate newsroom with a row in every table, and an attacker who is a superuser of its database.</summary>
public sealed class AttackedNewsroom : IAsyncLifetime
{
    private static readonly string[] FactChecker = ["fact-checker"];

    private readonly Newsroom newsroom = new();

    /// <summary>Its services.</summary>
    public IServiceProvider Services => newsroom.Host.Services;

    /// <summary>The connection string of its database's owner.</summary>
    public string Database => newsroom.Database;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens a connection of the superuser, for which triggers and foreign keys are disabled.</summary>
    public async Task<NpgsqlConnection> SuperuserAsync()
    {
        var connection = await Services.GetRequiredService<MaintenanceDatabase>().OpenAsync(Cancel);
        await connection.RunAsync("set session_replication_role = replica");
        return connection;
    }

    /// <summary>Returns the report of verify-store after an attack, which is rolled back.</summary>
    public async Task<StoreReport> StoreAfterAsync(string attack)
    {
        await using var connection = await SuperuserAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, Cancel);
        await connection.RunAsync(attack);
        StoreReport? last = null;
        await foreach (var report in Services.GetRequiredService<StoreVerifier>().VerifyAsync(connection, null, Cancel))
        {
            last = report;
        }

        return last!;
    }

    /// <summary>Returns the differences that verify-views finds after an attack on a table, and restores the table.</summary>
    public async Task<IReadOnlyList<string>> ViewsAfterAsync(string attack, string table)
    {
        await using var connection = await SuperuserAsync();
        await connection.RunAsync($"create temp table saved as select * from newsroom.{table}");
        await connection.RunAsync(attack);
        try
        {
            return await DifferentAsync([ViewOf(table, Services.GetRequiredService<ViewCatalog>())]);
        }
        finally
        {
            await connection.RunAsync($"truncate newsroom.{table}; insert into newsroom.{table} select * from saved; drop table saved");
        }
    }

    /// <summary>Sends a read as a person with its role.</summary>
    public Task<Answer> ReadAsync(EndpointAccess permit, Guid story, string slug)
    {
        var path = permit
            .Route.Replace("{storyId}", $"{story}", StringComparison.Ordinal)
            .Replace("{slug}", slug, StringComparison.Ordinal)
            .Replace("{format}", "html", StringComparison.Ordinal)
            .Replace("{desk}", "world", StringComparison.Ordinal)
            .Replace("{passage}", "c1", StringComparison.Ordinal)
            .Replace("{sha256}", Log, StringComparison.Ordinal)
            .Replace("{level}", "0", StringComparison.Ordinal)
            .Replace("{index}", "000", StringComparison.Ordinal);
        path += path.EndsWith("/diff", StringComparison.Ordinal) ? "?from=1&to=2" : "";
        return (permit.IsPublic ? newsroom.Reader() : newsroom.As("pat", permit.Roles[0])).GetAsync(path);
    }

    /// <summary>Returns the differences in all views.</summary>
    public Task<IReadOnlyList<string>> DifferentAsync() => DifferentAsync(Services.GetRequiredService<ViewCatalog>().Names);

    private async Task<IReadOnlyList<string>> DifferentAsync(IReadOnlyCollection<string> views)
    {
        ViewReport? last = null;
        await foreach (var report in Services.GetRequiredService<ProjectionVerifier>().VerifyAsync(repair: false, views, Cancel))
        {
            last = report;
        }

        return [.. last!.Views.SelectMany(view => view.Value.Named.Select(name => $"{view.Key}: {name}"))];
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await newsroom.InitializeAsync();
        await ConfigureAsync();
        var story = await PublishedAsync();
        var checkpoints = Services.GetRequiredService<Checkpoints>();
        await newsroom.CatchUpAsync();
        await checkpoints.SignAsync(Cancel);
        await EraseAsync(await PublishedAsync());
        await newsroom.CatchUpAsync();
        await checkpoints.SignAsync(Cancel);

        // More leaves than a tile has, and enough versions for a keyframe.
        for (var note = 0; note < 230; note++)
        {
            (await story.DoAsync("add-note", "ed", Role.Editor, new { text = $"Note {note}" })).Is(200);
        }

        await StoryDriver.DraftedAsync(newsroom, "Waiting", "The wall is 31 metres long.");
        var sung = await StoryDriver.DraftedAsync(newsroom, "A song", "They sang “give me back my little boat” twice.");
        (
            await sung.DoAsync("dismiss-quotation", "ed", Role.Editor, new { words = "“give me back my little boat”", reason = "A song." })
        ).Is(200);
        var waiting = await StoryDriver.DraftedAsync(newsroom, "Waiting to be checked", "The wall is 31 metres long.");
        (await waiting.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await waiting.DoAsync("spike", "rita", Role.Reporter, new { reason = "Not mine to spike." })).Is(403);
        await QuoteAsync();
        await newsroom.CatchUpAsync();
        await checkpoints.SignAsync(Cancel);
    }

    private static string Log { get; } = Convert.ToHexStringLower(SHA256.HashData("The harbour log"u8));

    private async Task QuoteAsync()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A quote", "“It rained all day on the quay,” said the official.");
        var quote = new { words = "“It rained all day on the quay,”", speaker = "official" };
        (await story.DoAsync("attribute-quote", "ed", Role.Editor, quote)).Is(200);
        var file = "The harbour log"u8.ToArray();
        (await newsroom.As("femi", Role.FactChecker).SendAsync(HttpMethod.Put, $"/evidence/{Log}?name=log.txt", file, "text/plain")).Is(
            201
        );
        var check = new
        {
            passage = "q1",
            fingerprint = await story.FingerprintAsync("q1"),
            verdict = "verified",
            evidence = new[]
            {
                new
                {
                    kind = "document",
                    citation = "The harbour log",
                    sha256 = Log,
                },
            },
        };
        (await story.DoAsync("fact-check", "femi", Role.FactChecker, check)).Is(200);
        (await story.DoAsync("mark-confidential", "ed", Role.Editor, new { reason = "A source at risk." })).Is(200);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    private string ViewOf(string table, ViewCatalog catalog) =>
        table switch
        {
            "audit" => "audit",
            "story_words" => "words",
            "counted_acts" => "numbers",
            _ => catalog.Views.Single(v => IsOf(table, v.View.GetType().GenericTypeArguments)).View.Name,
        };

    private bool IsOf(string table, Type[] documents) =>
        documents is [var document]
        && Services.GetRequiredService<IDocumentStore>().Options.FindOrResolveDocumentType(document).TableName.Name == table;

    private async Task ConfigureAsync()
    {
        var admin = newsroom.As("root", Role.Admin);
        (await admin.PutAsync("/people/femi", new { name = "Femi Okoro", roles = FactChecker })).Status.ShouldBeOneOf(200, 201);
        (await admin.PutAsync("/people/pomona", new { name = "Pomona Applegarth", roles = FactChecker })).Status.ShouldBeOneOf(200, 201);
        (
            await admin.PostAsync(
                "/desks/metro/propose-policy",
                new { gates = new[] { new { gate = "approvals", minimum = 1 } }, reason = "Small desk." }
            )
        ).Is(200);
        (await admin.PostAsync("/subscribers/register-subscriber", Permissions.Of("POST", "/subscribers/register-subscriber").Example!)).Is(
            201
        );
        foreach (var id in new[] { "official", "forgotten" })
        {
            (
                await newsroom
                    .As("rita", Role.Reporter)
                    .PostAsync(
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

    private async Task<StoryDriver> PublishedAsync()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Attacked", "The wall is 31 metres long. It rains.");
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await story.VerifyAsync("c1")).Is(200);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ned")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await story.PublishAsync()).Is(200);
        (await story.DoAsync("correct", "pia", Role.Publisher, new { kind = "editors-note", note = "It stopped raining." })).Is(200);
        return story;
    }

    private async Task EraseAsync(StoryDriver story)
    {
        await newsroom.CatchUpAsync();
        var check = await Services
            .GetRequiredService<NpgsqlDataSource>()
            .ScalarAsync<Guid>($"select id from newsroom.mt_events where stream_id = '{story.Id}' and type = 'fact_checked'");
        foreach (var (kind, subject) in new[] { ("evidence", $"{check}"), ("person", "pomona"), ("identity", "forgotten") })
        {
            var asked = (
                await newsroom
                    .As("lea", Role.Legal)
                    .PostAsync(
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
            (await newsroom.As("chi", Role.ChiefEditor).PostAsync($"/erasures/{asked.Json["id"]!.GetValue<Guid>()}/approve-erasure")).Is(
                200
            );
        }
    }
}
