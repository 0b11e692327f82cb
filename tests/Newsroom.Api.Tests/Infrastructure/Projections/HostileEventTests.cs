using System.Text;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Audit;
using Newsroom.Api.Composition;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;
using Npgsql;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Tests.Infrastructure.Projections;

/// <summary>Property: every projection applies every event, for any length and script of its members.</summary>
public class HostileEventTests(HostileEventTests.PatientNewsroom newsroom) : IClassFixture<HostileEventTests.PatientNewsroom>
{
    private const int Mebibyte = 1024 * 1024;

    private const int RandomStories = 2;

    /// <summary>In how many scripts each member is appended at its limit, from a random one: all with NEWSROOM_SCRIPTS=all.</summary>
    private static readonly int Scripts =
        Environment.GetEnvironmentVariable("NEWSROOM_SCRIPTS") == "all" ? HostileEvents.Scripts.Length : 3;

    /// <summary>The shapes of events longer than the limits of today, as an earlier build stored them.</summary>
    private static readonly string[] Appended =
    [
        "distinct words",
        "ideographs without spaces",
        "one word",
        "devanagari with signs",
        "hyphenated",
        "emoji",
        "addresses",
    ];

    public static TheoryData<string> AllShapes => [.. HostileText.Names];

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task Every_projection_applies_every_event_whatever_its_members_hold()
    {
        var services = newsroom.Host.Services;
        var (store, database) = (services.GetRequiredService<IDocumentStore>(), services.GetRequiredService<NpgsqlDataSource>());
        await newsroom.CatchUpAsync();
        var before = await database.ScalarAsync<long>("select max(seq_id) from newsroom.mt_events");
        var refusals = new List<Guid>();
        foreach (var shape in Appended)
        {
            refusals.Add(StreamIds.Of("refusals", $"{await AppendAsync(store, shape)}"));
        }

        var first = Random.Shared.Next(HostileEvents.Scripts.Length);
        TestContext.Current.TestOutputHelper!.WriteLine($"{Scripts} scripts from the one of number {first}.");
        var seeds = HostileEvents.Scripts.Select((_, i) => (first + i) % HostileEvents.Scripts.Length);
        var made = seeds.Select(seed => new HostileEvents(seed, isRandom: false)).ToList();
        var random = Enumerable.Range(1_000, RandomStories).Select(seed => new HostileEvents(seed, isRandom: true));
        foreach (var events in made.Take(Scripts).Concat(random))
        {
            await AppendAsync(store, events);
        }

        EveryMemberIsAtItsLimitInEveryScript([.. made.Take(Scripts), .. made.Skip(Scripts).Select(Generated)]);
        var types = await database.ScalarAsync<string[]>(
            $"select array_agg(distinct type) from newsroom.mt_events where seq_id > {before}"
        );
        EventNames.All.Select(e => e.Key).Except(types).ShouldBeEmpty();

        // Throws if a projection fails.
        await newsroom.CatchUpAsync();
        (
            await database.ScalarAsync<long>("select min(last_seq_id) from newsroom.mt_event_progression where name like '%:All'")
        ).ShouldBeGreaterThan(before);
        (await database.ScalarAsync<long>("select count(*) from newsroom.mt_doc_deadletterevent")).ShouldBe(0);

        // Stream by stream, as erasures do: the desk of a refusal is read from its story then.
        await services.GetRequiredService<ProjectionVerifier>().RepairAsync(refusals, TestContext.Current.CancellationToken);
        ViewReport? report = null;
        await foreach (
            var next in services.GetRequiredService<ProjectionVerifier>().VerifyAsync(repair: false, TestContext.Current.CancellationToken)
        )
        {
            report = next;
        }

        string.Join(
                ", ",
                report!
                    .Views.Where(v => v.Value.Different > 0)
                    .Select(v => $"{v.Key} {v.Value.Different}: {string.Join(' ', v.Value.Named)}")
            )
            .ShouldBeEmpty(await RowsAsync(database, report.Views[AuditTableView.ViewName].Named));
        report.Projections.ShouldBeEmpty();

        // Names longer than an index entry are stored as shortened keys.
        var assignees = await database.ScalarAsync<string[]>(
            $"select array_agg(assignee) from newsroom.mt_doc_storycard where data ->> 'slug' like 'hostile-%'"
        );
        assignees
            .Order(StringComparer.Ordinal)
            .ShouldBe(Appended.Select(shape => IndexedKey.Of($"{LongName(shape)}@test")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllShapes))]
    public async Task PostgreSQL_indexes_a_truncated_text(string shape)
    {
        var text = HostileText.Of(shape, Mebibyte);
        var kept = SearchableText.Of(text);
        text.StartsWith(kept, StringComparison.Ordinal).ShouldBeTrue();
        if (kept.Length < text.Length && text.Any(char.IsWhiteSpace))
        {
            // Truncated at white space, by a few characters.
            char.IsWhiteSpace(text[kept.Length]).ShouldBeTrue();
            Encoding.UTF8.GetByteCount(kept).ShouldBeGreaterThan(Mebibyte / 6);
        }

        (await IndexedAsync(kept)).ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task As_many_plain_words_are_kept_as_PostgreSQL_takes()
    {
        var text = HostileText.Of("greek", Mebibyte);
        var kept = SearchableText.Of(text);
        kept.Length.ShouldBeLessThan(text.Length);
        (await Should.ThrowAsync<PostgresException>(() => IndexedAsync(text[..(kept.Length + 5)]))).SqlState.ShouldBe(
            PostgresErrorCodes.ProgramLimitExceeded
        );

        var prose = string.Concat(Enumerable.Repeat("The wall is 31 metres long, she said. ", 28_000));
        SearchableText.Of(prose).ShouldBe(prose);
    }

    [Fact]
    public void A_key_is_itself_up_to_a_length_and_distinct_beyond()
    {
        foreach (var name in new[] { "ana@issuer", new string('x', IndexedKey.MaxBytes), new string('字', IndexedKey.MaxBytes / 3) })
        {
            IndexedKey.Of(name).ShouldBe(name);
        }

        var long1 = IndexedKey.Of(new string('字', 3000));
        var long2 = IndexedKey.Of(new string('字', 3001));
        long1.ShouldNotBe(long2);
        foreach (var key in new[] { long1, long2, IndexedKey.Of(string.Concat(Enumerable.Repeat("😀", 2000))) })
        {
            Encoding.UTF8.GetByteCount(key).ShouldBeLessThanOrEqualTo(IndexedKey.MaxBytes);
            key.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
        }
    }

    private static HostileEvents Generated(HostileEvents events)
    {
        // Each text is in the next script, in this order.
        _ = (events.Actor, events.Streams().Sum(stream => stream.Events.Length));
        return events;
    }

    private static void EveryMemberIsAtItsLimitInEveryScript(IReadOnlyList<HostileEvents> made)
    {
        var scripts = made.SelectMany(m => m.Filled).ToLookup(f => f.Member, f => f.Script);
        scripts.ShouldNotBeEmpty();
        scripts.Where(m => m.Distinct().Count() < HostileEvents.Scripts.Length).Select(m => m.Key).ShouldBeEmpty();
        scripts.Select(m => m.Key).Except(made.SelectMany(m => m.AtLimit)).ShouldBeEmpty();
        made.SelectMany(m => m.Lists).Distinct().Except(made.SelectMany(m => m.FullLists)).ShouldBeEmpty();
    }

    /// <summary>Rows of the audit trail with their events, for a message.</summary>
    private static async Task<string> RowsAsync(NpgsqlDataSource database, IReadOnlyList<string> sequences) =>
        sequences.Count == 0
            ? ""
            : await database.ScalarAsync<string>(
                $"""
                select string_agg(concat_ws(' ', e.seq_id, e.type, e.stream_id, e.version, a.sequence is not null, a.story, left(a.desk, 20), left(a.sentence, 60)), E'\n' order by e.seq_id)
                from newsroom.mt_events e left join newsroom.audit a on a.sequence = e.seq_id where e.seq_id in ({string.Join(
                    ", ",
                    sequences
                )})
                """
            );

    private static string LongName(string shape) => HostileText.Of(shape, 9_000).Trim();

    private async Task<int> IndexedAsync(string text)
    {
        await using var command = Database.CreateCommand("select length(to_tsvector('simple', $1))");
        command.Parameters.Add(new() { Value = text });
        return (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Appends events as commands and imports do.</summary>
    private static async Task AppendAsync(IDocumentStore store, HostileEvents made)
    {
        await using var session = store.RecordingSession(Actor.Of(made.Actor, Role.Editor), "add-note");
        session.SetHeader(EventMetadataExtensions.RoleHeader, Role.Editor.ToKebabCase());
        foreach (var (stream, events) in made.Streams())
        {
            if (stream == made.Story)
            {
                session.Events.StartStream<Story>(stream, events);
            }
            else
            {
                session.Events.Append(stream, events);
            }
        }

        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Appends events that earlier builds accepted without limits, each member with its maximum length.</summary>
    private static async Task<Guid> AppendAsync(IDocumentStore store, string shape)
    {
        // The first has more words than one search vector can hold, in its article and in a reason; all have names longer than an index
        // entry.
        var size = shape == Appended[0] ? Mebibyte / 5 : 5_000;
        var (text, name, deskId) = (HostileText.Of(shape, 10_000), LongName(shape), HostileText.Of(shape, 2_500).Trim());
        var words = HostileText.Of(shape, 10_000, from: 50).Trim();
        var article = new Article(
            HostileText.Of(shape, size, from: 1_000_000),
            HostileText.Of(shape, size, from: 2_000_000),
            $"{words}\n\n{HostileText.Of(shape, size)}",
            name,
            name
        );
        var fingerprint = Fingerprints.Of(article);
        var story = Guid.NewGuid();
        await using var session = store.RecordingSession(Actor.Of($"{name}@test", Role.Editor), "add-note");
        session.Events.Append(StreamIds.Of("desk", deskId), new DeskDefined(new Desk(deskId, text, "en")));
        session.Events.Append(
            StreamIds.Of("policy", deskId),
            new PolicyEvent.PolicyProposed(deskId, 1, [new GateTerms(Gate.ClaimsChecked) { Minimum = 1 }], text),
            new PolicyEvent.PolicyAccepted(deskId, 1)
        );
        session.Events.Append(StreamIds.Of("person", deskId), new PersonDescribed(deskId, text, [Role.Editor]));
        session.Events.Append(
            Guid.NewGuid(),
            new CommandRefused(name, RefusalKind.Rule, name, text, name, null, null),
            new RefusalsCounted(name, DateTimeOffset.MaxValue, int.MaxValue)
        );
        var stop = new Origin(name, DateTimeOffset.MaxValue.AddDays(-1), name, text) { Path = text };
        session.Events.StartStream<Story>(
            story,
            new StoryDrafted(deskId, "en", $"hostile-{Guid.NewGuid():N}", article, fingerprint, Normaliser.Version) { Origin = stop },
            new StoryAssigned($"{name}@test"),
            new ClaimFlagged("c1", ArticleField.Body, new TextRange(0, words.Length), words, fingerprint, Normaliser.Version),
            new FactChecked(
                "c1",
                fingerprint,
                words,
                Verdict.Wrong,
                text,
                [new EvidenceItem(EvidenceKind.Recording, text, name, name, name, text, name)],
                text
            ),
            new NoteAdded("n1", text, true, "c1"),
            new HoldPlaced("h1", Role.Legal, HostileText.Of(shape, 4 * size)),
            new LegalReviewRequested(text),
            new EmbargoSet(DateTimeOffset.MaxValue.ToUniversalTime(), text),
            new EmbargoLifted(text),
            new EmbargoSet(DateTimeOffset.MinValue, null),
            new StorySubmitted(),
            new ChangesRequested(text),
            new StorySpiked(text),
            new StoryUnspiked(text),
            new FileRenamed(text, text) { Origin = stop }
        );

        // Its row in the audit trail has the story's desk, which is longer than an index entry.
        session.Events.Append(StreamIds.Of("refusals", $"{story}"), new CommandRefused(name, RefusalKind.Rule, name, text, name, story, 1));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        return story;
    }

    /// <summary>A host whose statements may take long: a story of the longest texts is appended by one.</summary>
    public sealed class PatientNewsroom : Newsroom
    {
        /// <summary>Creates the host.</summary>
        public PatientNewsroom() => Reached = database => $"{database};Command Timeout=300";
    }
}
