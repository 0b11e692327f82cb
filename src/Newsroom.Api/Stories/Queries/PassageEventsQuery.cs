using System.Data.Common;
using System.Globalization;
using JasperFx.Events;
using Marten.Internal;
using Marten.Linq.QueryHandlers;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Stories;
using Weasel.Postgresql;
using Weasel.Storage;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Stories.Queries;

/// <summary>An event that concerns a passage.</summary>
/// <param name="Event">The event.</param>
/// <param name="CauseVersion">The version that caused it; null where a person did it directly.</param>
/// <param name="CauseType">The storage name of the event of that version.</param>
internal sealed record ReadPassageEvent(IEvent Event, long? CauseVersion, string? CauseType);

/// <summary>A page of the events that concern a passage.</summary>
/// <param name="Events">The events, in order.</param>
/// <param name="IsCut">Whether events beyond <see cref="PassageEventsQuery.MaxSize"/> were left out.</param>
internal sealed record PassageEventPage(IReadOnlyList<ReadPassageEvent> Events, bool IsCut);

/// <summary>
/// Reads the events of a story that concern one passage, after a version and in order. What follows from an edit is stored directly after
/// it: the cause is the last edit or attribution before.
/// </summary>
/// <param name="story">The story.</param>
/// <param name="passage">The passage.</param>
/// <param name="after">The version.</param>
/// <param name="lines">The number of events of a page; one more is read.</param>
internal sealed class PassageEventsQuery(Guid story, string passage, long after, int lines) : IQueryHandler<PassageEventPage>
{
    /// <summary>The maximum size of the events of a page, in code units. At least one event is read.</summary>
    public const long MaxSize = 2 * 1024 * 1024;

    private static readonly string Causes = Names(typeof(ArticleRevised), typeof(QuoteAttributed));

    private static readonly string Caused = Names(
        typeof(PassageReworded),
        typeof(PassageRestyled),
        typeof(PassageMoved),
        typeof(PassageOrphaned),
        typeof(CheckLapsed),
        typeof(CheckReinstated)
    );

    private static readonly string OfPassage = $"{Caused}, {Names(typeof(FactChecked), typeof(NoteAdded))}";

    private static readonly string OfQuote = Names(typeof(QuoteAttributed), typeof(QuoteWithdrawn));

    private static readonly string OfClaim = Names(
        typeof(ClaimFlagged),
        typeof(ClaimWithdrawn),
        typeof(FactCheckPublished),
        typeof(FactCheckWithdrawn)
    );

    private static readonly string OfSubject = Names(typeof(GateWaived));

    private static readonly string OfCorrection = Names(typeof(StoryCorrected));

    /// <inheritdoc/>
    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        var fields = ((IMartenSession)session).EventStorage().SelectFields();
        builder.Append($"select {string.Join(", ", fields)}, c.cause, c.cause_type from {MartenNames.Events} d left join lateral (");
        builder.Append($"select version as cause, type as cause_type from {MartenNames.Events} ");
        builder.Append("where stream_id = d.stream_id and version < d.version ");
        builder.Append($"and type in ({Causes}) order by version desc limit 1) c on d.type in ({Caused}) cross join (select ");
        builder.AppendParameter(passage);
        builder.Append("::text as passage) p where d.stream_id = ");
        builder.AppendParameter(story);
        builder.Append(" and d.version > ");
        builder.AppendParameter(after);
        builder.Append(" and case ");
        builder.Append($"when d.type in ({OfPassage}) then d.data ->> 'passage' = p.passage ");
        builder.Append($"when d.type in ({OfQuote}) then d.data ->> 'quote' = p.passage ");
        builder.Append($"when d.type in ({OfClaim}) then d.data ->> 'claim' = p.passage ");
        builder.Append($"when d.type in ({OfSubject}) then d.data ->> 'subject' = p.passage ");
        builder.Append($"when d.type in ({OfCorrection}) ");
        builder.Append("then d.data -> 'replaced' @> jsonb_build_array(jsonb_build_object('passage', p.passage)) ");
        builder.Append(string.Create(CultureInfo.InvariantCulture, $"else false end order by d.version limit {lines + 1}"));
    }

    /// <inheritdoc/>
    public async Task<PassageEventPage> HandleAsync(DbDataReader reader, IStorageSession session, CancellationToken token)
    {
        var storage = ((IMartenSession)session).EventStorage();
        var (last, events, size) = (storage.SelectFields().Length, new List<ReadPassageEvent>(), 0L);
        while (await reader.ReadAsync(token))
        {
            var recorded = EmptyEventException.ThrowIfEmpty(await ((ISelector<IEvent>)storage).ResolveAsync(reader, token));
            if (recorded.Data is not StoryEvent happened)
            {
                continue;
            }

            size += happened is StoryCorrected ? 0 : SnapshotRule.SizeOf(happened);
            if (size > MaxSize && events.Count > 0)
            {
                return new PassageEventPage(events, IsCut: true);
            }

            var isCaused = !await reader.IsDBNullAsync(last, token);
            events.Add(
                new ReadPassageEvent(recorded, isCaused ? reader.GetInt64(last) : null, isCaused ? reader.GetString(last + 1) : null)
            );
        }

        return new PassageEventPage(events, IsCut: false);
    }

    /// <inheritdoc/>
    public Task<int> StreamJson(Stream stream, DbDataReader reader, CancellationToken token) => throw new NotSupportedException();

    private static string Names(params Type[] types) => string.Join(", ", types.Select(type => $"'{StoryEvents.NameOf(type)}'"));
}
