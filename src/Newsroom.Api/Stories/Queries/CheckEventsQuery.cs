using System.Collections.Immutable;
using System.Data.Common;
using JasperFx.Events;
using Marten;
using Marten.Internal;
using Marten.Linq.QueryHandlers;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Stories;
using Weasel.Postgresql;
using Weasel.Storage;

namespace Newsroom.Api.Stories.Queries;

/// <summary>
/// Reads the events of checks, latest first, up to <see cref="MaxSize"/>. The state of a story has the versions of its checks only: method
/// and evidence are in the events, where an erasure reaches them. Each version is one lookup in an index.
/// </summary>
internal sealed class CheckEventsQuery : IQueryHandler<CheckEvents>
{
    /// <summary>The maximum number of checks that a response has the evidence of.</summary>
    public const int MaxChecks = 100;

    /// <summary>The maximum size of the evidence in a response, in code units.</summary>
    public const long MaxSize = 4 * 1024 * 1024;

    private readonly Action<ICommandBuilder> appendChecks;
    private readonly int maxChecks;

    private CheckEventsQuery(Action<ICommandBuilder> appendChecks, int maxChecks = MaxChecks)
    {
        this.appendChecks = appendChecks;
        this.maxChecks = maxChecks;
    }

    /// <summary>Selects the checks in the state of passages, each given by story and id.</summary>
    /// <param name="passages">The passages; an id of null for all of the story.</param>
    /// <param name="maxChecks">The maximum number of checks.</param>
    public static CheckEventsQuery OfPassages(IReadOnlyCollection<(Guid Story, string? Id)> passages, int maxChecks = MaxChecks) =>
        new(
            builder =>
            {
                builder.Append("select q.story, (c ->> 'version')::bigint as version, (c ->> 'standing')::boolean as standing ");
                builder.Append("from unnest(");
                builder.AppendParameter(passages.Select(p => p.Story).ToArray());
                builder.Append("::uuid[], ");
                builder.AppendParameter(passages.Select(p => p.Id).ToArray());
                builder.Append($"::text[]) q(story, passage) join {StoryTables.Story} s on s.id = q.story ");
                builder.Append("cross join lateral jsonb_array_elements(s.data -> 'passages') p ");
                builder.Append("cross join lateral jsonb_array_elements(p -> 'checks') c ");
                builder.Append("where q.passage is null or p ->> 'id' = q.passage");
            },
            maxChecks
        );

    /// <summary>Selects the checks that versions of a story recorded.</summary>
    public static CheckEventsQuery OfVersions(Guid story, IEnumerable<long> versions) =>
        new(builder =>
        {
            builder.Append("select ");
            builder.AppendParameter(story);
            builder.Append("::uuid as story, version, false as standing from unnest(");
            builder.AppendParameter(versions.Distinct().ToArray());
            builder.Append("::bigint[]) v(version)");
        });

    /// <summary>Reads the checks in the state of a story, in one round trip.</summary>
    public static Task<CheckEvents> ReadAsync(IQuerySession session, Story story, CancellationToken cancellationToken) =>
        ReadAsync(session, story, [], cancellationToken);

    /// <summary>Reads the checks in the state of a story. Takes a round trip only if events are missing.</summary>
    /// <param name="session">The session.</param>
    /// <param name="story">The story.</param>
    /// <param name="known">Events of its checks that were read before.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public static async Task<CheckEvents> ReadAsync(
        IQuerySession session,
        Story story,
        IReadOnlyCollection<IEvent> known,
        CancellationToken cancellationToken
    )
    {
        var missing = story.Passages.SelectMany(p => p.Checks).Select(c => c.Version).ToHashSet();
        List<ReadCheck> checks = [.. known.Where(e => missing.Remove(e.Version)).Select(e => new ReadCheck(e, Standing: false))];
        var isCut = false;
        if (missing.Count > 0)
        {
            var batch = session.CreateBatchQuery();
            var loading = batch.AddItem(OfVersions(story.Id, missing));
            await batch.Execute(cancellationToken);
            var read = await loading;
            checks.AddRange(read.Checks);
            isCut = read.IsCut;
        }

        var page = new Page(MaxChecks);
        isCut |= !checks.OrderByDescending(c => c.Event.Version).All(page.Add);
        return page.Of(isCut);
    }

    /// <inheritdoc/>
    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        // The size as stored bounds what PostgreSQL sends; it is known without reading the data. A code unit takes up to three bytes.
        var fields = ((IMartenSession)session).EventStorage().SelectFields();
        var names = fields.Select(field => $"e.{field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..]}");
        builder.Append($"select {string.Join(", ", names)}, e.standing from (");
        builder.Append("select e.*, v.standing, sum(pg_column_size(e.data)) over (order by e.seq_id desc) as size from (");
        appendChecks(builder);
        builder.Append($") v cross join lateral (select * from {MartenNames.Events} ");
        builder.Append("where stream_id = v.story and version = v.version limit 1) e ");
        builder.Append($"order by e.seq_id desc limit {maxChecks + 1}) e where e.size <= {4 * MaxSize} order by e.seq_id desc");
    }

    /// <inheritdoc/>
    public async Task<CheckEvents> HandleAsync(DbDataReader reader, IStorageSession session, CancellationToken token)
    {
        var storage = ((IMartenSession)session).EventStorage();
        var last = storage.SelectFields().Length;
        var page = new Page(maxChecks);
        while (await reader.ReadAsync(token))
        {
            var recorded = EmptyEventException.ThrowIfEmpty(await ((ISelector<IEvent>)storage).ResolveAsync(reader, token));
            if (recorded.Data is StoryEvent.FactChecked && !page.Add(new ReadCheck(recorded, reader.GetBoolean(last))))
            {
                return page.Of(isCut: true);
            }
        }

        return page.Of(isCut: false);
    }

    /// <inheritdoc/>
    public Task<int> StreamJson(Stream stream, DbDataReader reader, CancellationToken token) => throw new NotSupportedException();

    /// <summary>Collects checks, latest first, as far as a response has room.</summary>
    private sealed class Page(int maxChecks)
    {
        private readonly ImmutableArray<ReadCheck>.Builder checks = ImmutableArray.CreateBuilder<ReadCheck>();
        private long size;

        /// <summary>Adds a check; false if there is no room for it.</summary>
        public bool Add(ReadCheck check)
        {
            size += SnapshotRule.SizeOf((StoryEvent.FactChecked)check.Event.Data);
            if (size > MaxSize || checks.Count == maxChecks)
            {
                return false;
            }

            checks.Add(check);
            return true;
        }

        public CheckEvents Of(bool isCut) => new(checks.DrainToImmutable(), isCut);
    }
}
