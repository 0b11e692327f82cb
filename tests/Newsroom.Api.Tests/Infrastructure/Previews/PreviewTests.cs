using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Api.Tests.Stories.Commands;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Previews;

/// <summary>A command with <c>Prefer: dry-run</c> is decided, and nothing is stored.</summary>
public sealed class PreviewTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const string Import = "POST /stories/import-history";
    private const string Reveal = "POST /speakers/{speaker}/reveal-identity";

    /// <summary>All commands but the one that appends no event.</summary>
    public static TheoryData<string> Commands => [.. Permissions.All.Where(p => p.HasPreview).Select(p => $"{p.Method} {p.Route}")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public void Every_command_that_appends_events_has_a_preview() =>
        Permissions
            .All.Where(p => !p.IsRead && !p.HasPreview)
            .Select(p => $"{p.Method} {p.Route}")
            .ShouldBe(
                ["POST /views/rebuild-views", "PUT /evidence/{sha256}", "POST /subscribers/{subscriber}/acknowledge"],
                ignoreOrder: true
            );

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_preview_stores_nothing_and_names_the_events_that_the_command_appends(string command)
    {
        var (method, route) = command.Split(' ') is [var left, var right] ? (left, right) : throw new InvalidOperationException(command);
        var prepared = await CommandScenarios.PrepareAsync(newsroom, method, route);
        var key = command == Reveal ? null : $"{Guid.NewGuid()}";
        await newsroom.CatchUpAsync();
        var before = await StoredAsync();

        var preview = (await SendAsync(prepared, key, "dry-run")).Is(200);
        preview.Headers["Preference-Applied"].ShouldBe("dry-run");
        (await StoredAsync()).ShouldBe(before);

        // The key was not stored: the command itself is carried out under it.
        var carriedOut = await SendAsync(prepared, key, preference: null);
        carriedOut.Status.ShouldBeOneOf([200, 201], carriedOut.Text);
        carriedOut.Headers.ShouldNotContainKey("Preference-Applied");
        if (command == Import)
        {
            preview.Text.ShouldBe(carriedOut.Text);
            return;
        }

        preview.Json["events"]!.AsArray().ShouldNotBeEmpty();
        preview.Events.ShouldBe(await EventsSinceAsync(before));
        preview.Text.ShouldNotContain("Somebody");
    }

    [Fact]
    public async Task A_preview_names_what_would_lapse_and_what_would_be_valid_again()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Previewed", "The wall is 31 metres long. It rains.");
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await story.VerifyAsync("c1")).Is(200);

        var changed = await PreviewAsync(story, "ned", new { body = "The wall is 32 metres long. It rains." });
        EffectsOf(changed).ShouldBe(["lapses: The check of c1 by femi (verified) would lapse: the words change."]);
        changed.Json["version"]!.GetValue<long>().ShouldBe(await story.VersionAsync() + changed.Events.Length);
        (await story.StateAsync("c1")).ShouldBe("verified");

        (await story.ReplaceAsync("ned", Role.Editor, "31", "32")).Is(200);
        EffectsOf(await PreviewAsync(story, "ned", new { body = "The wall is 31 metres long. It rains." }))
            .ShouldBe(["returns: The check of c1 by femi (verified) would be valid again: the checked words are restored."]);
    }

    [Fact]
    public async Task A_preview_names_the_revisions_it_would_be_merged_with_and_answers_a_conflict()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Merged preview", "The wall is long.\n\nIt rains on the quay.");
        (await story.ReplaceAsync("ed", Role.Editor, "wall", "dyke")).Is(200);

        var merged = await PreviewAsync(story, "ned", new { body = "The wall is long.\n\nIt snows on the quay." }, basedOn: 1);
        EffectsOf(merged).ShouldContain("merges: The command would be merged with version 2 by ed.");
        merged.Json["merged"]!.AsArray().Count.ShouldBe(1);

        var conflict = await SendAsync(story, "ned", new { body = "The fence is long.\n\nIt rains on the quay." }, 1, "dry-run");
        conflict.Is(409).Json["conflicts"]!.AsArray().ShouldNotBeEmpty();
        (await story.VersionAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_is_answered_but_not_recorded()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Refused preview", "It rains.");
        var before = await StoredAsync();

        var preview = await SendAsync(story, story.NobodyElse, new { body = new string('x', 10) }, basedOn: null, "dry-run");
        preview.IsRefused(428, "version-required");
        (
            await newsroom
                .As(story.NobodyElse, Role.Publisher)
                .SendAsync(
                    HttpMethod.Post,
                    $"/stories/{story.Id}/revise-article",
                    """{"body":"It snows."}"""u8.ToArray(),
                    "application/json",
                    ("Prefer", "dry-run")
                )
        ).IsRefused(403, "role-required");
        (await StoredAsync()).ShouldBe(before);

        var real = await newsroom
            .As(story.NobodyElse, Role.Publisher)
            .PostAsync($"/stories/{story.Id}/revise-article", """{"body":"It snows."}""", 1);
        real.IsRefused(403, "role-required");
        (await StoredAsync()).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_command_without_a_preview_is_refused()
    {
        var before = await StoredAsync();
        var refused = await newsroom
            .As("root", Role.Admin)
            .SendAsync(HttpMethod.Post, "/views/rebuild-views", "{}"u8.ToArray(), "application/json", ("Prefer", "respond-async, Dry-Run"));
        refused.IsRefused(400, "dry-run-not-supported");
        (await StoredAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task PostgreSQL_refuses_writes_of_a_read_only_transaction()
    {
        await using var connection = await Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await ReadOnlyTransaction.BeginAsync(transaction, Cancellation);
        await using var write = new NpgsqlCommand($"delete from {IdempotencyRecord.Table}", connection, transaction);
        (await Should.ThrowAsync<PostgresException>(() => write.ExecuteNonQueryAsync(Cancellation))).SqlState.ShouldBe(
            PostgresErrorCodes.ReadOnlySqlTransaction
        );
    }

    [Fact]
    public async Task The_client_previews_single_commands_and_all_commands()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Previewed by the client", "It rains.");
        using var http = newsroom.Host.Server.CreateClient();
        using var client = new NewsroomClient(http, NewsroomClientOptions.WithToken(newsroom.Token("ed", [Role.Editor])));
        var command = new StoryCommand.ReviseArticle { Body = "It snows.", BasedOn = 1 };

        var single = (await client.Stories.PreviewAsync(story.Id, command, Cancellation)).Value;
        (single.Version, single.Events.Select(e => e.Type)).ShouldSatisfyAllConditions(
            p => p.Version.ShouldBe(2),
            p => p.Item2.ShouldBe(["article_revised"])
        );
        var all = await client.Previewing().Stories.SendAsync(story.Id, command, cancellationToken: Cancellation);
        all.Preview!.Events.Select(e => e.Type).ShouldBe(["article_revised"]);
        (await story.VersionAsync()).ShouldBe(1);
        (await client.Stories.SendAsync(story.Id, command, cancellationToken: Cancellation)).Preview.ShouldBeNull();
        (await story.VersionAsync()).ShouldBe(2);
    }

    private static IEnumerable<string> EffectsOf(Answer preview) =>
        preview.Json["effects"]!.AsArray().Select(e => $"{e!["kind"]}: {e["sentence"]}");

    private async Task<Answer> PreviewAsync(StoryDriver story, string user, object body, long? basedOn = null) =>
        (await SendAsync(story, user, body, basedOn ?? await story.VersionAsync(), "dry-run")).Is(200);

    private Task<Answer> SendAsync(StoryDriver story, string user, object body, long? basedOn, string preference) =>
        newsroom
            .As(user, Role.Editor)
            .SendAsync(
                HttpMethod.Post,
                $"/stories/{story.Id}/revise-article",
                System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body),
                "application/json",
                ("If-Match", basedOn is { } version ? $"\"v{version}\"" : null),
                ("Prefer", preference)
            );

    private static Task<Answer> SendAsync(PreparedCommand prepared, string? key, string? preference) =>
        prepared.Who.SendAsync(
            prepared.Method,
            prepared.Path,
            Encoding.UTF8.GetBytes(prepared.Body),
            "application/json",
            ("If-Match", prepared.BasedOn is { } version ? $"\"v{version}\"" : null),
            ("Idempotency-Key", key),
            ("Prefer", preference)
        );

    /// <summary>Reads what any command would change: the sequence of events, and the rows of tables that commands write to.</summary>
    private async Task<(long Sequence, string Rows)> StoredAsync() =>
        (
            await Database.ScalarAsync<long>($"select last_value from {MartenNames.Schema}.mt_events_sequence"),
            await Database.ScalarAsync<string>(
                $"""
                select concat_ws(
                    ' ',
                    (select count(*) from {MartenNames.Events}),
                    (select count(*) || ':' || sum(version) from {MartenNames.Schema}.mt_streams),
                    (select count(*) from {IdempotencyRecord.Table}),
                    (select count(*) from newsroom.source_keys),
                    (select count(*) from newsroom.subscriber_secrets))
                """
            )
        );

    private async Task<IEnumerable<string>> EventsSinceAsync((long Sequence, string Rows) before)
    {
        var types = new List<string>();
        await using var command = Database.CreateCommand(
            $"select type from {MartenNames.Events} where seq_id > {before.Sequence} and type <> 'tombstone' order by seq_id"
        );
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        while (await rows.ReadAsync(Cancellation))
        {
            types.Add(rows.GetString(0));
        }

        return types;
    }
}
