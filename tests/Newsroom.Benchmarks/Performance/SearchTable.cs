using System.Globalization;
using System.Text;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Npgsql;
using NpgsqlTypes;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Measures the database time of searches among a million stories.</summary>
internal static class SearchTable
{
    private const int Stories = 1_000_000;
    private const int Words = 90;
    private const int HeadlineWords = 8;
    private const int Vocabulary = 100_000;
    private const int Characters = 60;
    private const int Requests = 5;

    /// <summary>The distance of the numbers of two stories: the events of one, interleaved with those of others.</summary>
    private const int Distance = 12;

    /// <summary>The stories of the person who drafts, and of the one who is assigned.</summary>
    private const int OfPerson = 2_000;

    /// <summary>The latest stories, which are not finished; every fifth is in review.</summary>
    private const int UnderWay = 3_000;

    /// <summary>The stories that quote a speaker.</summary>
    private const int OfSpeaker = 500;

    private static readonly string[] Syllables =
    [
        .. from consonant in "bdfgklmnprstvz" from vowel in "aeiou" select $"{consonant}{vowel}",
    ];

    /// <summary>Fills the record and measures the first page of each search.</summary>
    public static async Task MeasureAsync(ServedNewsroom newsroom, Report report)
    {
        await FillAsync(newsroom);
        using var staff = newsroom.Client("ida", Role.Editor);
        var rows = new List<string[]>();
        foreach (var (name, parameters) in Searches())
        {
            var path = $"/stories?limit=50&{parameters}";
            var (least, median, items) = await TimeAsync(newsroom, staff, path);
            rows.Add([name, Report.Ms(least), Report.Ms(median), Report.Number(items)]);
            System.Console.Error.WriteLine(string.Join("  ", rows[^1]));
        }

        report.Add(
            "search",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Database time of the first page of 50 with snippets, {Stories:N0} stories of {Words} words, {Requests} requests each"
            ),
            ["search", "least ms", "median ms", "stories"],
            rows
        );
    }

    private static IEnumerable<(string Name, string Parameters)> Searches()
    {
        // Words of these ranks are in about all, 60, 14, 2, 0.2, 0.02 and 0.01 % of stories.
        foreach (var rank in new[] { 1, 10, 50, 500, 5_000, 50_000, 99_000 })
        {
            yield return ($"word {rank}", $"q={Word(rank)}+");
        }

        yield return ("a word of no story", "q=xyzzyx+");
        yield return ("two frequent words", $"q={Word(1)}+{Word(10)}+");
        yield return ("five frequent words", $"q={string.Join('+', Enumerable.Range(10, 5).Select(Word))}+");
        yield return ("frequent and rare", $"q={Word(1)}+{Word(5_000)}+");
        yield return ("two rare", $"q={Word(5_000)}+{Word(5_001)}+");
        yield return ("frequent without frequent", $"q={Word(10)}+-{Word(1)}+");
        yield return ("phrase of frequent words", $"q=%22{Word(1)}+{Word(2)}%22");
        yield return ("phrase of less frequent words", $"q=%22{Word(40)}+{Word(50)}%22");
        yield return ("phrase of rare words", $"q=%22{Word(5_000)}+{Word(5_001)}%22");
        yield return ("beginning of many words", $"q={Word(50)[..3]}");
        yield return ("beginning of a rare word", $"q={Word(50_000)[..6]}");
        yield return ("two Chinese characters", $"q={Character(1)}{Character(2)}");
        yield return ("one Chinese character", $"q={Character(3)}");
        yield return ("misspelt name", "q=harbuor");
        foreach (var rank in new[] { 1, 50, 5_000 })
        {
            foreach (
                var filter in new[]
                {
                    "drafter=person-one",
                    "assignee=person-two",
                    "speaker=harbour-master",
                    "desk=desk-1",
                    "stage=in-review",
                    "ready=true",
                    "ready=false",
                    "priority=high",
                    "changedSince=2015-01-01T00:00:00Z",
                    "desk=desk-1&stage=in-review&priority=high",
                }
            )
            {
                yield return ($"word {rank}, {filter}", $"q={Word(rank)}+&{filter}");
            }
        }

        yield return ("drafter alone", "drafter=person-one");
        yield return ("desk and ready alone", "desk=desk-1&ready=true");
    }

    private static async Task<(double Least, double Median, int Items)> TimeAsync(ServedNewsroom newsroom, BenchClient staff, string path)
    {
        var times = new List<double>();
        var items = (await staff.JsonAsync(path))["items"]!.AsArray().Count;
        for (var request = 0; request < Requests; request++)
        {
            await newsroom.RunAsync("select pg_stat_statements_reset()");
            await staff.ReadAsync(path);
            times.Add(
                await newsroom.ScalarAsync<double>(
                    "select coalesce(sum(total_exec_time), 0) from pg_stat_statements where query ~ 'story|speaker|person|regconfig|stem' "
                        + "and query !~ 'pg_stat_statements|progress|wolverine'"
                )
            );
        }

        times.Sort();
        return (times[0], times[Requests / 2], items);
    }

    private static async Task FillAsync(ServedNewsroom newsroom)
    {
        using (var admin = newsroom.Client("jonas", Role.Admin))
        {
            for (var desk = 0; desk < 10; desk++)
            {
                await admin.SendAsync(HttpMethod.Put, $"/desks/desk-{desk}", """{"name":"A desk","language":"en"}""");
            }
        }

        var (template, _) = await SampleStories.ReadyAsync(newsroom, quotations: 2);
        await newsroom.CatchUpAsync();
        var drafter = $"select data ->> 'drafter' from newsroom.mt_doc_storycard where id = '{template}'";
        var person = await newsroom.ScalarAsync<string>(drafter);
        var issuer = person[person.IndexOf('@', StringComparison.Ordinal)..];
        await newsroom.StopServingAsync();
        await using (var connection = await newsroom.Database.OpenConnectionAsync())
        {
            await RunAsync(
                connection,
                "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = "
                    + "'1GB'; create temp table raw (k int, id uuid, language text, headline text, body text, words text)"
            );
            await CopyAsync(connection);
            var index = await newsroom.ScalarAsync<string>("select pg_get_indexdef('newsroom.story_words_vector'::regclass)");
            await RunAsync(connection, "drop index newsroom.story_words_vector");
            await RunAsync(connection, Inserts(template, issuer));
            await RunAsync(connection, index);
        }

        await newsroom.RunAsync("vacuum analyze");
        await newsroom.RunAsync("checkpoint");
        await newsroom.ServeAsync();
    }

    private static string Inserts(Guid template, string issuer) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            insert into newsroom.story_words (story, number, language, people, words)
                select id, k * {Distance}, language,
                    case when k % {Stories / OfPerson} = 11 then array['d:person-one{issuer}', 'a:person-one{issuer}']
                        else array['d:writer-' || k % 300 || '{issuer}', 'a:writer-' || k % 300 || '{issuer}'] end, words
                from raw order by k;
            insert into newsroom.mt_doc_storytext (id, data, mt_version, mt_last_modified, mt_dotnet_type)
                select r.id, jsonb_build_object('id', r.id, 'article', jsonb_build_object('headline', r.headline, 'standfirst', '', 'body', r.body)),
                    t.mt_version, t.mt_last_modified, t.mt_dotnet_type
                from raw r, newsroom.mt_doc_storytext t where t.id = '{template}' order by r.k;
            insert into newsroom.mt_doc_storycard
                    (id, data, mt_version, mt_last_modified, mt_dotnet_type, desk, assignee, stage, under_way, stage_since, changed_at, due, rank)
                select c.id, c.data || jsonb_strip_nulls(jsonb_build_object('id', c.id, 'slug', 'story-' || c.k, 'headline', c.headline, 'desk', c.desk,
                        'assignee', c.assignee, 'stage', c.stage, 'priority', case when c.rank = 1 then 'high' else 'normal' end, 'rank', c.rank,
                        'underWay', c.under_way, 'changedAt', c.at, 'stageSince', c.at)),
                    c.mt_version, c.mt_last_modified, c.mt_dotnet_type, c.desk, c.assignee, c.stage, c.under_way, c.at, c.at, null, c.rank
                from (
                    select d.data - 'blockers' || jsonb_build_object('blockers', case when r.k % 3 = 0 then '[]'::jsonb
                            else '[{"{"}"gate":"quotes-verified","reasons":2{"}"}]'::jsonb end) as data,
                        d.mt_version, d.mt_last_modified, d.mt_dotnet_type, r.id, r.k, r.headline, 'desk-' || r.k % 10 as desk,
                        case when r.k % {Stories / OfPerson} = 1 then 'person-two{issuer}' when r.k % 7 = 0 then 'writer-' || r.k % 300 || '{issuer}' end as assignee,
                        case when r.k > {Stories - UnderWay} and r.k % 5 = 3 then 'in-review' else 'drafting' end as stage,
                        r.k > {Stories - UnderWay} as under_way,
                        case when r.k % 25 = 7 then 1 else 2 end as rank,
                        '2010-01-01T00:00:00Z'::timestamptz + r.k * interval '8 minutes' as at
                    from raw r, newsroom.mt_doc_storycard d where d.id = '{template}') c
                order by c.k;
            insert into newsroom.mt_doc_speakerquote
                select (jsonb_populate_record(null::newsroom.mt_doc_speakerquote, to_jsonb(s) || jsonb_build_object('id', md5('quote' || r.k)::uuid,
                    'story', r.id, 'data', s.data || jsonb_build_object('story', r.id)))).*
                from raw r, (select * from newsroom.mt_doc_speakerquote limit 1) s where r.k % {Stories / OfSpeaker} = 3;
            update newsroom.mt_event_progression set last_seq_id = {Stories * (long)Distance} where name like 'worklist%:All';
            """
        );

    private static async Task CopyAsync(NpgsqlConnection connection)
    {
        var random = new Random(31);
        await using var rows = await connection.BeginBinaryImportAsync("copy raw from stdin (format binary)");
        for (var story = 1; story <= Stories; story++)
        {
            var language = (story % 20) switch
            {
                0 => "simple",
                < 6 => "german",
                _ => "english",
            };
            var (headline, body) = language == "simple" ? Chinese(random) : Latin(random);
            await rows.StartRowAsync();
            await rows.WriteAsync(story, NpgsqlDbType.Integer);
            await rows.WriteAsync(Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddMinutes(story)), NpgsqlDbType.Uuid);
            await rows.WriteAsync(language, NpgsqlDbType.Text);
            await rows.WriteAsync(headline, NpgsqlDbType.Text);
            await rows.WriteAsync(body, NpgsqlDbType.Text);
            await rows.WriteAsync($" {SearchWords.Of(headline)} \n \n {SearchWords.Of(body)} ", NpgsqlDbType.Text);
        }

        await rows.CompleteAsync();
    }

    private static (string Headline, string Body) Latin(Random random)
    {
        return (Text(HeadlineWords), Text(Words - HeadlineWords));

        string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(Rank(random, Vocabulary))));
    }

    private static (string Headline, string Body) Chinese(Random random)
    {
        return (Run(HeadlineWords), Run(Characters - HeadlineWords));

        string Run(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Character(Rank(random, 2_000))));
    }

    /// <summary>Returns a rank with a probability that is the inverse of it.</summary>
    private static int Rank(Random random, int most) => (int)Math.Exp(random.NextDouble() * Math.Log(most));

    private static string Character(int rank) => char.ConvertFromUtf32(0x4E00 + (rank * 7));

    /// <summary>Returns the word of a rank; each has another.</summary>
    private static string Word(int rank)
    {
        var word = new StringBuilder();
        for (var rest = rank + (Syllables.Length * Syllables.Length); rest > 0; rest /= Syllables.Length)
        {
            word.Append(Syllables[rest % Syllables.Length]);
        }

        return word.ToString();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
