using System.Globalization;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Npgsql;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Tests.Numbers;

/// <summary>Property: numbers are those of a fold of the events, week by week, and their table can be verified and rebuilt.</summary>
public sealed class RandomNumbersTests(DatedNewsroom newsroom) : IClassFixture<DatedNewsroom>
{
    private const int Stories = 12;

    private const int Steps = 14;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string?> Zones = new()
    {
        ["folded-oslo"] = "Europe/Oslo",
        ["folded-york"] = "America/New_York",
        ["folded-none"] = null,
    };

    private static readonly string[] Passages = ["q1", "q2", "c1"];

    private static readonly string[] Codes = ["role-required", "approvals-missing"];

    private static readonly Article Words = new("A headline", "", "It rains.", "", "");

    private static readonly Fingerprint Print = Fingerprints.Of(Words);

    private readonly Random random = new(1848);

    private readonly List<Happened> history = [];

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_are_those_of_a_fold_of_the_events()
    {
        foreach (var (desk, timeZone) in Zones)
        {
            var definition = new
            {
                name = desk,
                language = "en",
                timeZone,
            };
            (await newsroom.As("jonas", Role.Admin).PutAsync($"/desks/{desk}", definition)).Is(201);
        }

        for (var i = 0; i < Stories; i++)
        {
            await AppendStoryAsync();
        }

        await newsroom.CatchUpAsync();
        await CompareAsync();

        (await DifferencesAsync(repair: false)).ShouldBe(0);
        await Database.RunAsync(
            """
            update newsroom.counted_acts set waited = coalesce(waited, 0) + 1
            where sequence = (select sequence from newsroom.counted_acts order by 1 offset 2 limit 1);
            delete from newsroom.counted_acts where sequence = (select sequence from newsroom.counted_acts order by 1 offset 4 limit 1);
            insert into newsroom.counted_acts select 1000000000, story, at, desk, kind, passage from newsroom.counted_acts limit 1;
            insert into newsroom.counted_acts values (1000000001, gen_random_uuid(), now(), 'folded-none', 'edition-published', '', null);
            """
        );
        (await DifferencesAsync(repair: false)).ShouldBe(4);
        (await DifferencesAsync(repair: true)).ShouldBe(4);
        (await DifferencesAsync(repair: false)).ShouldBe(0);
        await CompareAsync();
    }

    private async Task CompareAsync()
    {
        var reader = newsroom.As("ed", Role.Editor);
        foreach (var desk in Zones.Keys.Append(null))
        {
            var query = $"from=2026-W09&to=2026-W30{(desk is null ? "" : $"&desk={desk}")}";
            var report = (await reader.GetAsync($"/numbers?{query}")).Is(200).Json;
            foreach (var week in report["weeks"]!.AsArray())
            {
                var name = week!["week"]!.GetValue<string>();
                var those = history.Where(h => WeekOf(h) == name && (desk is null || h.Desk == desk)).ToList();
                Shown(week["numbers"]!).ShouldBe(Folded(those), $"{desk} {name}");
            }

            Shown(report["total"]!).ShouldBe(Folded([.. history.Where(h => desk is null || h.Desk == desk)]), $"{desk}");
        }
    }

    private static string Shown(JsonNode numbers) =>
        $"{numbers["verified"]} {numbers["medianSecondsToVerify"]} {numbers["ninetiethSecondsToVerify"]} {numbers["verdicts"]} "
        + $"{numbers["lapses"]} {numbers["reinstatements"]} {numbers["editions"]} {numbers["corrections"]} "
        + string.Join(' ', numbers["reasons"]!.AsArray().Select(r => $"{r!["code"]}={r["count"]}").Order(StringComparer.Ordinal));

    private string Folded(List<Happened> those)
    {
        var times = those.Where(IsFirstVerified).Select(SecondsOf).Order().ToList();
        return $"{times.Count} {Percentile(times, 0.5)} {Percentile(times, 0.9)} {Count<FactChecked>()} {Count<CheckLapsed>()} "
            + $"{Count<CheckReinstated>()} {Count<StoryPublished>()} "
            + $"{those.Count(h => h.Event is StoryPublished { Kind: EditionKind.Correction })} "
            + string.Join(
                ' ',
                those
                    .Select(h => h.Event)
                    .OfType<CommandRefused>()
                    .CountBy(e => e.Code)
                    .Select(c => $"{c.Key}={c.Value}")
                    .Order(StringComparer.Ordinal)
            );

        int Count<T>() => those.Count(h => h.Event is T);
    }

    private bool IsFirstVerified(Happened one) =>
        one.Event is FactChecked { Verdict: Verdict.Verified } check
        && one
            == history.First(h =>
                h.Story == one.Story && h.Event is FactChecked { Verdict: Verdict.Verified } c && c.Passage == check.Passage
            );

    private long SecondsOf(Happened one)
    {
        var passage = ((FactChecked)one.Event).Passage;
        var marked = history.First(h =>
            h.Story == one.Story
            && ((h.Event is QuoteAttributed quote && quote.Quote == passage) || (h.Event is ClaimFlagged claim && claim.Claim == passage))
        );
        return (long)(one.At - marked.At).TotalSeconds;
    }

    // The nearest rank: the smallest value that this share does not exceed.
    private static string Percentile(List<long> ordered, double share) =>
        ordered.Count == 0 ? "" : $"{ordered[(int)Math.Ceiling(share * ordered.Count) - 1]}";

    private static string WeekOf(Happened one)
    {
        var zone = Zones[one.Desk] is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(one.At, zone).DateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(local)}-W{ISOWeek.GetWeekOfYear(local):00}");
    }

    private async Task<int> DifferencesAsync(bool repair)
    {
        var views = newsroom.Host.Services.GetRequiredService<ProjectionVerifier>();
        var report = await views.VerifyAsync(repair, ["numbers"], Cancellation).LastAsync(Cancellation);
        return (int)report.Views["numbers"].Different;
    }

    private async Task AppendStoryAsync()
    {
        var story = Guid.CreateVersion7();
        var store = newsroom.Host.Services.GetRequiredService<IDocumentStore>();
        var (desk, edition, marked) = (AnyDesk(), 0, new List<string>());
        var slug = $"folded-{story:N}";
        await CommitAsync(session =>
            session.Events.StartStream<Story>(story, Add(new StoryDrafted(desk, "en", slug, Words, Print, Normaliser.Version)))
        );
        for (var i = 0; i < Steps; i++)
        {
            if (random.Next(4) == 0)
            {
                // Alone, because a commit orders the events of several streams by stream.
                await CommitAsync(session => session.Events.Append(StreamIds.Of("refusals", $"{story}"), Add(Refused())));
                continue;
            }

            await CommitAsync(session =>
            {
                for (var many = random.Next(1, 4); many > 0; many--)
                {
                    session.Events.Append(story, Next());
                }
            });
        }

        object Next()
        {
            var passage = Passages[random.Next(Passages.Length)];
            var move = random.Next(9);
            if (move < 6 && !marked.Contains(passage))
            {
                marked.Add(passage);
                return Add(Mark(passage));
            }

            return move switch
            {
                0 => Add(Mark(passage)),
                1 or 2 => Add(new FactChecked(passage, Print, "It", AnyVerdict(), null, [], "Why.")),
                3 or 4 => Add(new CheckLapsed(passage, "noor", Verdict.Verified, "It", "He", Normaliser.Version)),
                5 => Add(new CheckReinstated(passage, "noor", Verdict.Verified, "It", Normaliser.Version)),
                6 => Move(),
                _ => Add(new StoryPublished(++edition, AnyKind(), slug, desk, "en", Words, Print, [], 0, [])),
            };
        }

        CommandRefused Refused() => new("publish", RefusalKind.Rule, Codes[random.Next(Codes.Length)], "Why.", "00", story, 1);

        object Move()
        {
            desk = AnyDesk();
            return Add(new StoryDescribed(desk, null, null, null, null, Print, Normaliser.Version));
        }

        T Add<T>(T happened)
            where T : notnull
        {
            history.Add(new Happened(story, newsroom.Recording.Now!.Value, desk, happened));
            return happened;
        }

        async Task CommitAsync(Action<IDocumentSession> append)
        {
            var last = history.Where(h => h.Story == story).Select(h => h.At).DefaultIfEmpty(Start).Max();
            newsroom.Recording.Now = last.AddMinutes(random.Next(10_000));
            await using var session = store.RecordingSession(Actor.Of("rita@newsroom-development", Role.Editor), "add-note");
            append(session);
            await session.SaveChangesAsync(Cancellation);
        }
    }

    private static object Mark(string passage) =>
        passage[0] == 'q'
            ? new QuoteAttributed(passage, ArticleField.Body, new TextRange(0, 2), "It", "mayor", null, null, Print, Normaliser.Version)
            : new ClaimFlagged(passage, ArticleField.Body, new TextRange(0, 9), "It rains.", Print, Normaliser.Version);

    private string AnyDesk() => Zones.Keys.ElementAt(random.Next(Zones.Count));

    private Verdict AnyVerdict() => random.Next(3) == 0 ? Verdict.Disputed : Verdict.Verified;

    private EditionKind AnyKind() => random.Next(3) == 0 ? EditionKind.Correction : EditionKind.Update;

    private sealed record Happened(Guid Story, DateTimeOffset At, string Desk, object Event);
}
