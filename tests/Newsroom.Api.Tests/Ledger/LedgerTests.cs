using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Evidence.Bundles;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Tests.Ledger;

/// <summary>Verifies the ledger without trust in the host.</summary>
public class LedgerTests(Newsroom newsroom)
{
    private static readonly string[] Plans = ["force_custom_plan", "force_generic_plan"];

    private readonly Person ida = newsroom.As("ida", Role.Auditor);

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task A_reader_of_tiles_computes_the_root_that_was_signed()
    {
        await StoryDriver.DraftedAsync(newsroom, "In the ledger", "Words.");
        await newsroom.CatchUpAsync();
        await newsroom.Host.Services.GetRequiredService<Checkpoints>().SignAsync(TestContext.Current.CancellationToken);
        var note = SignedNote.Parse((await newsroom.Reader().GetAsync("/ledger/checkpoint")).Is(200).Text);
        var checkpoint = Checkpoint.Parse(note.Text);
        var keys = (await newsroom.Reader().GetAsync("/ledger/keys")).Is(200).Text.Trim().Split('\n').Select(NoteKey.Parse).ToList();
        note.SignedBy(keys).ShouldHaveSingleItem().Name.ShouldBe(checkpoint.Origin);

        using var http = newsroom.Host.Server.CreateClient();
        var tree = new CompactRange(0, []);
        for (var index = 0L; index * Tile.Width < checkpoint.Size; index++)
        {
            var count = (int)Math.Min(Tile.Width, checkpoint.Size - (index * Tile.Width));
            var hashes = await http.GetByteArrayAsync(
                new Uri($"/ledger/tile/{new Tile(0, index, count).Path}", UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            var entries = await http.GetByteArrayAsync(
                new Uri($"/ledger/tile/{new Tile(null, index, count).Path}", UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            (hashes.Length, entries.Length).ShouldBe((count * 32, count * 34));
            for (var at = 0; at < count; at++)
            {
                MerkleTree.Leaf(entries.AsSpan((at * 34) + 2, 32)).ShouldBe(new MerkleHash(hashes.AsSpan(at * 32, 32)));
                tree.Append(new MerkleHash(hashes.AsSpan(at * 32, 32)));
            }
        }

        tree.Root.ShouldBe(checkpoint.Root);
    }

    [Theory]
    [InlineData("0/1")]
    [InlineData("0/000.p/256")]
    [InlineData("0/000.p/0")]
    [InlineData("64/000")]
    [InlineData("8/000.p/1")]
    [InlineData("0/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("entries/-01")]
    public async Task A_missing_tile_is_not_found(string tile) =>
        (await newsroom.Reader().GetAsync($"/ledger/tile/{tile}")).IsRefused(404, "unknown-tile");

    [Fact]
    public async Task Every_event_has_a_proof_that_the_public_key_verifies()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Proved", "“We shall see,” said the mayor.");
        await newsroom.CatchUpAsync();
        var line = (await ida.GetAsync($"/audit?story={story.Id}")).Is(200).Json.AsArray()[0]!;
        var proof = (await ida.GetAsync($"/ledger/proofs/{line["event"]}")).Is(200).Text;
        var key = await KeyAsync();
        ProofVerifier
            .Verify(proof, [key], null)
            .ShouldSatisfyAllConditions(v => v.Holds.ShouldBeTrue(v.Wrong), v => v.Proved[^1].ShouldContain("We shall see"));
        ProofVerifier.Verify(proof, [NoteSigner.Generate(key.Name).Key], null).Wrong!.ShouldContain("not signed with the key you gave");
        var parsed = LedgerProof.Parse(proof);
        ProofVerifier
            .Verify(
                (
                    parsed with
                    {
                        Extra =
                        [
                            .. Encoding.UTF8.GetBytes(
                                Encoding
                                    .UTF8.GetString(parsed.Extra.AsSpan())
                                    .Replace("We shall see", "We may see", StringComparison.Ordinal)
                            ),
                        ],
                    }
                ).ToString(),
                [key],
                null
            )
            .Wrong!.ShouldContain("not in the ledger in this form");
    }

    [Fact]
    public async Task An_event_that_is_not_in_the_ledger_is_not_found() =>
        (await ida.GetAsync($"/ledger/proofs/{Guid.NewGuid()}")).IsRefused(404, "not-in-ledger");

    [Fact]
    public async Task Recorded_events_are_signed_without_a_request()
    {
        await StoryDriver.DraftedAsync(newsroom, "Signed in time", "Words.");
        await newsroom.CatchUpAsync();
        await using var connection = await Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var (size, _) = await LedgerLog.ReadSizeAsync(connection, TestContext.Current.CancellationToken);
        await TableSignal.UntilAsync(
            newsroom.Database,
            LedgerTables.Checkpoints,
            $"select exists (select from {LedgerTables.Checkpoints} where size >= {size})"
        );
        var signed = Checkpoint.Parse(SignedNote.Parse((await newsroom.Reader().GetAsync("/ledger/checkpoint")).Is(200).Text).Text);
        signed.Size.ShouldBeGreaterThanOrEqualTo(size);
    }

    [Fact]
    public async Task A_publication_is_signed_with_its_own_leaf()
    {
        var story = await PublishedAsync("Signed at once");
        await newsroom.CatchUpAsync();
        await using var command = Database.CreateCommand(
            "select count(*) from newsroom.ledger_checkpoints c join newsroom.ledger_leaves l on l.index < c.size join newsroom.mt_events "
                + "e on e.seq_id = l.sequence where e.stream_id = $1 and e.type = 'story_published'"
        );
        command.Parameters.Add(new() { Value = story.Id });
        ((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_bundle_is_fetched_at_the_command_line_and_verified_without_the_newsroom()
    {
        var story = await PublishedAsync("To take away");
        await newsroom.CatchUpAsync();
        var (kept, to) = (
            Terminal.FileOf((await newsroom.Reader().GetAsync("/ledger/checkpoint")).Text),
            Path.Combine(Directory.CreateTempSubdirectory("newsroom-tests-").FullName, "b.zip")
        );
        await story.DoAsync("add-note", "ed", Role.Editor, new { text = "One thing more." });
        var fetched = await newsroom.TypeAsync("ida", Role.Auditor, "bundle", story.Slug, "--to", to, "--since", kept);
        fetched.Code.ShouldBe(0, fetched.Said);
        var verified = await Terminal.TypeAsync(machine => machine, "verify", to, "--key", $"{await KeyAsync()}", "--since", kept);
        (verified.Code, verified.Said.StartsWith("VERIFIED To take away", StringComparison.Ordinal)).ShouldBe((0, true), verified.Said);
        verified.Said.ShouldContain("events were only appended to the ledger");
        verified.Said.ShouldContain("the bundle's builder wrote them: README.txt");

        var again = await newsroom.TypeAsync("ida", Role.Auditor, "bundle", story.Slug, "--to", to);
        (again.Code, again.Said.Contains("exists", StringComparison.Ordinal)).ShouldBe((1, true), again.Said);
        var stranger = await Terminal.TypeAsync(
            machine => machine,
            "verify",
            to,
            "--key",
            $"{NoteSigner.Generate((await KeyAsync()).Name).Key}"
        );
        (
            stranger.Code,
            stranger.Said.Contains("NOT VERIFIED", StringComparison.Ordinal),
            stranger.Said.Contains("not signed with the key you gave", StringComparison.Ordinal)
        ).ShouldBe((3, true, true), stranger.Said);
        (await Terminal.TypeAsync(machine => machine, "verify", kept, "--key", $"{await KeyAsync()}")).ShouldSatisfyAllConditions(
            t => t.Code.ShouldBe(3),
            t => t.Said.ShouldContain("not a bundle")
        );
        (await Terminal.TypeAsync(machine => machine, "verify", to, "--key", "nonsense")).ShouldSatisfyAllConditions(
            t => t.Code.ShouldBe(1),
            t => t.Said.ShouldContain("not an Ed25519 key")
        );
    }

    [Fact]
    public async Task A_bundle_has_everything_an_auditor_reads()
    {
        var story = await PublishedAsync("Everything");
        (
            await newsroom.As(story.NobodyElse, Role.Publisher).PostAsync($"/stories/{story.Id}/publish", null, await story.VersionAsync())
        ).Status.ShouldBe(422);
        using var http = newsroom.Host.Server.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", newsroom.Token("chi", [Role.ChiefEditor]));
        var answer = await http.GetByteArrayAsync(
            new Uri($"/stories/{story.Id}/bundle", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        using var zip = new ZipArchive(new MemoryStream(answer));
        zip.Entries.Select(e => e.FullName)
            .Where(n => !n.StartsWith("proofs/", StringComparison.Ordinal))
            .ShouldBe(
                [
                    "README.txt",
                    "checkpoint",
                    "checks.json",
                    "editions/1.md",
                    "erasures.json",
                    "events.jsonl",
                    "history.txt",
                    "keys.txt",
                    "manifest.json",
                    "prov.json",
                ],
                ignoreOrder: true
            );
        using var reader = new StreamReader(zip.GetEntry("events.jsonl")!.Open());
        var types = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken))
            .TrimEnd('\n')
            .Split('\n')
            .Select(line => (string)JsonNode.Parse(line)!["record"]!["type"]!)
            .ToHashSet();
        string[] expected = ["story_drafted", "fact_checked", "story_published", "command_refused"];
        expected.Except(types).ShouldBeEmpty();
        BundleVerifier.Verify(BundleArchive.Read(new MemoryStream(answer)), [await KeyAsync()], null).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task Invalid_requests_for_a_bundle_are_refused()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "No bundle", "Words.");
        (await ida.GetAsync($"/stories/{Guid.NewGuid()}/bundle")).IsRefused(404, "unknown-story");
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/bundle")).IsRefused(403, "role-required");
        (await ida.GetAsync($"/stories/{story.Id}/bundle?since=nonsense")).IsRefused(400, "checkpoint-malformed");
        var other = SignedNote.Sign(
            new Checkpoint("elsewhere.example/ledger", 1, MerkleTree.Empty).Text,
            NoteSigner.Generate("elsewhere.example/ledger")
        );
        (await ida.GetAsync($"/stories/{story.Id}/bundle?since={Uri.EscapeDataString(other.ToString())}")).IsRefused(
            422,
            "checkpoint-of-another-ledger"
        );
    }

    [Fact]
    public async Task The_builder_waits_for_transactions_that_may_fill_a_gap()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var writer = await Database.OpenConnectionAsync(cancellationToken);
        var transaction = await writer.BeginTransactionAsync(cancellationToken);
        await using (var take = new NpgsqlCommand("select nextval('newsroom.mt_events_sequence')", writer))
        {
            await take.ExecuteScalarAsync(cancellationToken);
        }

        await using var waiting = await Database.OpenConnectionAsync(cancellationToken);
        var waited = InFlightAppends.WaitForAllAsync(waiting, cancellationToken);
        for (var other = 0; other < 5; other++)
        {
            await StoryDriver.DraftedAsync(newsroom, "Meanwhile", "Others go on.");
        }

        waited.IsCompleted.ShouldBeFalse();
        await transaction.RollbackAsync(cancellationToken);
        await waited;
    }

    [Fact]
    public async Task A_proof_in_a_large_ledger_reads_no_more_of_it_than_its_ranges()
    {
        await using var owner = await newsroom
            .Host.Services.GetRequiredService<MaintenanceDatabase>()
            .OpenAsync(TestContext.Current.CancellationToken);
        await using var undone = await owner.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await owner.RunAsync(
            $"insert into {LedgerTables.Hashes} select 1, i, sha256(int8send(i)) from generate_series(1000000, 1040000) i; analyze "
                + $"{LedgerTables.Hashes}"
        );
        foreach (var plans in Plans)
        {
            await owner.RunAsync($"set local plan_cache_mode = {plans}");
            var before = await ScansAsync();
            var hashes = await LedgerLog.ReadHashesAsync(
                owner,
                [.. Enumerable.Range(0, 20).Select(i => (1, 1_000_000L + (i * 1000), 1_000_256L + (i * 1000)))],
                TestContext.Current.CancellationToken
            );
            hashes.Count.ShouldBe(20 * Tile.Width);
            (await ScansAsync()).ShouldBe(before, plans);
        }

        Task<long> ScansAsync() =>
            owner.ScalarAsync<long>("select seq_scan from pg_stat_xact_user_tables where relid = 'newsroom.ledger_hashes'::regclass");
    }

    private async Task<NoteKey> KeyAsync() => NoteKey.Parse((await newsroom.Reader().GetAsync("/ledger/keys")).Text.Trim());

    private async Task<StoryDriver> PublishedAsync(string headline)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, headline, "The wall is 31 metres long. It rains.");
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await story.VerifyAsync("c1")).Is(200);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ed")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await story.PublishAsync()).Is(200);
        return story;
    }
}
