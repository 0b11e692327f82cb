using System.Globalization;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Npgsql;
using Weasel.Postgresql;

namespace Newsroom.Api.Worklists;

/// <summary>Reads the stories that match a search and the filters of a request, in a range of numbers.</summary>
/// <param name="connection">The connection.</param>
/// <param name="conditions">The conditions on cards, with the value of the parameter of each.</param>
/// <param name="reader">The person for whom stories are left out that they may not read; null for a person who reads all.</param>
internal sealed class SearchReader(NpgsqlConnection connection, IReadOnlyList<(string Sql, object Value)> conditions, string? reader)
{
    private const int MaxCompletions = 20;

    private const int MaxNames = 20_000;

    private const string Names = $"""
        select n.name from (
            select s.data ->> 'name' as name from {MartenNames.Documents}speaker s
            union all select p.data ->> 'name' from {MartenNames.Documents}person p) n
        where n.name is not null limit $1
        """;

    private const int MaxSampled = 400;
    private const int MaxSampledCharacters = 20_000;

    private const string Cards = $"{CardReader.Table} d";

    /// <summary>Gets whether there are conditions on cards.</summary>
    public bool HasConditions => conditions.Count > 0;

    /// <summary>Gets whether all stories that have the words match.</summary>
    public bool Admits(StemmedQuery query) =>
        !HasConditions && reader is null && query.Branches.All(branch => branch.Phrases.IsEmpty && branch.Excluded.IsEmpty);

    /// <summary>
    /// Returns the words of the latest stories that begin with a text, most frequent first. An index lookup of all words that do would read
    /// every story that has one of them.
    /// </summary>
    /// <param name="beginning">The text.</param>
    /// <param name="latest">The number of the latest story.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyList<string>> CompletionsAsync(string beginning, long latest, CancellationToken cancellationToken)
    {
        var (mark, from) = SearchBlocks.LatestWindow(latest + 1);
        var builder = new CommandBuilder();
        builder.Append(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                select f.words[1] from (
                    select left(w.words, {MaxSampledCharacters}) as words from {StorySearchTable.Name} w where {StorySearchTable.Vector} @@
                """
            )
        );
        AppendValue(builder, mark ?? StemmedQuery.Everything, "::tsquery and w.number >= ");
        AppendValue(builder, from, " and w.number <= ");
        AppendValue(builder, latest, "");
        AppendReadable(builder, "w.story");
        builder.Append(
            string.Create(CultureInfo.InvariantCulture, $" order by w.number desc limit {MaxSampled}) s, regexp_matches(s.words, ")
        );
        AppendValue(builder, $" ({beginning}[^ \n]+)", ", 'g') as f(words) group by 1 order by count(*) desc, 1 ");
        builder.Append(string.Create(CultureInfo.InvariantCulture, $"limit {MaxCompletions}"));
        await using var command = builder.Compile();
        command.Connection = connection;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var words = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            words.Add(rows.GetString(0));
        }

        return words;
    }

    /// <summary>Returns the names of speakers and people, which all staff may read.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Names, connection) { Parameters = { new() { Value = MaxNames } } };
        return await command.ReadKeysAsync(cancellationToken);
    }

    /// <summary>
    /// Returns the numbers of all stories that match the conditions, latest first; null where there are more than a maximum.
    /// </summary>
    public async Task<IReadOnlyList<long>?> SelectedAsync(int max, CancellationToken cancellationToken)
    {
        var builder = new CommandBuilder();
        builder.Append($"with s as materialized (select d.id from {Cards} where true");
        AppendConditions(builder, "d.id");
        builder.Append(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                 limit {max + 1}), c as materialized (select count(*) as count from s)
                select w.number, c.count from c left join s on c.count <= {max} left join {StorySearchTable.Name} w on w.story = s.id
                """
            )
        );
        await using var command = builder.Compile();
        command.Connection = connection;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var numbers = new List<long>();
        while (await rows.ReadAsync(cancellationToken))
        {
            if (rows.GetInt64(1) > max)
            {
                return null;
            }

            if (!rows.IsDBNull(0))
            {
                numbers.Add(rows.GetInt64(0));
            }
        }

        numbers.Sort((one, other) => other.CompareTo(one));
        return numbers;
    }

    /// <summary>
    /// Returns the latest stories of a range of numbers that match, ranked. Only some of the latest stories that have the words are
    /// compared with phrases and conditions, so that a read is bounded; those below <see cref="SearchBlock.From"/> were not compared.
    /// </summary>
    /// <param name="query">The search.</param>
    /// <param name="mark">The tsquery of lexemes that rows must have besides; null for none.</param>
    /// <param name="from">The first number.</param>
    /// <param name="below">The end of the numbers, exclusive.</param>
    /// <param name="candidates">The maximum number of stories to compare.</param>
    /// <param name="stories">The maximum number of stories to return.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<SearchBlock> ReadAsync(
        StemmedQuery query,
        string? mark,
        long from,
        long below,
        int candidates,
        int stories,
        CancellationToken cancellationToken
    )
    {
        await using var command = Statement(query, mark, from, below, candidates, stories);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<FoundStory>();
        var (compared, start) = (0, from);
        while (await rows.ReadAsync(cancellationToken))
        {
            var (number, count) = (rows.GetInt64(1), rows.GetInt32(2));
            if (!rows.IsDBNull(0))
            {
                found.Add(new FoundStory(rows.GetGuid(0), number, count));
                continue;
            }

            compared += count;
            start = count < candidates ? start : Math.Max(start, number);
        }

        // The last of all that match is the last of those that were compared.
        start = found.Count < stories ? start : Math.Max(start, found.Min(story => story.Number));
        return new SearchBlock([.. found.Where(story => story.Number >= start)], start, compared);
    }

    private NpgsqlCommand Statement(StemmedQuery query, string? mark, long from, long below, int candidates, int stories)
    {
        var builder = new CommandBuilder();
        builder.Append("with c as materialized (");
        for (var i = 0; i < query.Branches.Count; i++)
        {
            builder.Append(i == 0 ? "" : " union all ");
            builder.Append(string.Create(CultureInfo.InvariantCulture, $"select {i} as branch, b.story, b.number, "));
            AppendPhrases(builder, query.Branches[i]);
            builder.Append($" as fits from (select w.story, w.number, w.words from {StorySearchTable.Name} w ");
            builder.Append($"where {StorySearchTable.Vector} @@ ");
            var vector = query.Branches[i].Vector;
            AppendValue(builder, mark is null ? vector : StemmedQuery.And([vector, mark]), "::tsquery and w.number >= ");
            AppendValue(builder, from, " and w.number < ");
            AppendValue(builder, below, string.Create(CultureInfo.InvariantCulture, $" order by w.number desc limit {candidates}) b"));
        }

        // Latest first, so that the conditions of no more stories are evaluated than the statement returns.
        builder.Append("), m as materialized (select f.story, f.number from ");
        builder.Append("(select distinct c.story, c.number from c where c.fits order by c.number desc) f ");
        builder.Append(HasConditions ? $"join {Cards} on d.id = f.story where true" : "where true");
        AppendConditions(builder, "f.story");
        builder.Append(string.Create(CultureInfo.InvariantCulture, $" order by f.number desc limit {stories}) "));
        builder.Append("select m.story, m.number, case when h.head @@ ");
        AppendValue(builder, query.All, "::tsquery then 0 when h.head @@ ");
        AppendValue(builder, query.Any, "::tsquery then 1 else 2 end ");
        builder.Append(
            $"""
            from m join {StorySearchTable.Name} w on w.story = m.story
                cross join lateral (select newsroom.word_vector(w.language, split_part(w.words, chr(10), 1)) as head offset 0) h
            union all select null, min(c.number), count(*)::int from c group by c.branch
            """
        );
        var command = builder.Compile();
        command.Connection = connection;
        return command;
    }

    private static void AppendPhrases(CommandBuilder builder, SearchBranch branch)
    {
        builder.Append("true");
        foreach (var (phrase, comparison) in branch.Phrases.Select(p => (p, "> 0")).Concat(branch.Excluded.Select(p => (p, "= 0"))))
        {
            builder.Append(" and strpos(b.words, ");
            AppendValue(builder, phrase, $") {comparison}");
        }
    }

    private void AppendConditions(CommandBuilder builder, string story)
    {
        foreach (var (sql, value) in conditions)
        {
            var parts = sql.Split('?');
            builder.Append($" and {parts[0]}");
            AppendValue(builder, value, parts[1]);
        }

        AppendReadable(builder, story);
    }

    private void AppendReadable(CommandBuilder builder, string story)
    {
        if (reader is not null)
        {
            builder.Append(" and ");
            builder.AppendReadableBy(story, reader);
        }
    }

    private static void AppendValue(CommandBuilder builder, object value, string then)
    {
        builder.AppendParameter(value);
        builder.Append(then);
    }
}
