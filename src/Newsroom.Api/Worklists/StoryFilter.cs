using Marten;
using Marten.Linq.MatchesSql;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Worklists;

/// <summary>The members of stories that a list is filtered by, as conditions on cards <c>d</c>.</summary>
/// <param name="Parameters">The parameters of the request.</param>
/// <param name="Assignee">The assignee's identity; null for any.</param>
/// <param name="Drafter">The drafter's identity; null for any.</param>
/// <param name="Author">The identity of a person who drafted or revised the story; null for any.</param>
/// <param name="ChangedSince">The earliest time of the last change; null for any.</param>
internal sealed record StoryFilter(
    StoryListParameters Parameters,
    string? Assignee,
    string? Drafter,
    string? Author,
    DateTimeOffset? ChangedSince
)
{
    private const string OfSpeaker =
        $"d.id in (select (q.data ->> 'story')::uuid from {MartenNames.Documents}speakerquote q where q.speaker = ?)";

    // The rule of StoryCard.At, in SQL.
    private const string IsReady = """
        (d.under_way and d.stage = 'in-review' and d.data -> 'unchanged' is null
            and d.data -> 'takedown' is null and not exists (
            select from jsonb_array_elements(d.data -> 'blockers') b
            where b ->> 'gate' <> 'embargo-passed' or coalesce((d.data ->> 'embargo')::timestamptz > ?, true)))
        """;

    private const string HasPerson =
        $"d.id in (select w.story from {StorySearchTable.Name} w where {StorySearchTable.Vector} @@ ?::tsquery)";

    /// <summary>Gets the lexemes of people that the index of words has.</summary>
    public IReadOnlyList<string> Marks =>
        [
            .. new[]
            {
                Drafter is null ? null : StorySearchTable.DrafterMark(Drafter),
                Author is null ? null : StorySearchTable.AuthorMark(Author),
            }.OfType<string>(),
        ];

    /// <summary>Gets whether only desk and stage select stories, latest first: then cards without words are listed too.</summary>
    public bool IsPlain =>
        Parameters is { Speaker: null, TranslationOf: null, Priority: null, DueBefore: null, Ready: null, Q: null }
        && (Parameters.Order ?? StoryOrder.Changed.ToKebabCase()) == StoryOrder.Changed.ToKebabCase()
        && ChangedSince is null
        && (Assignee ?? Drafter ?? Author) is null;

    /// <summary>Reads the parameters; refuses a desk, person or speaker that does not exist, and a time that is not one.</summary>
    public static async Task<(StoryFilter? Filter, Refusal? Refusal)> ReadAsync(
        StoryListParameters parameters,
        CallingActor caller,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset? since = null;
        if (parameters.ChangedSince is { } written)
        {
            since = PointInTime.TimeOf(written);
            if (since is null)
            {
                return (null, PointInTime.NotATime(written));
            }
        }

        var filter = new StoryFilter(
            parameters,
            PersonOf(parameters.Assignee),
            PersonOf(parameters.Drafter),
            PersonOf(parameters.Author),
            since
        );
        var unknown = await filter.UnknownAsync(caller.Actor, session, cancellationToken);
        return unknown is null ? (filter, null) : (null, unknown);

        string? PersonOf(string? user) =>
            user switch
            {
                null => null,
                "me" => caller.Actor.Person,
                _ => caller.PersonOf(user),
            };
    }

    /// <summary>Returns the conditions on cards, with the values of their parameters.</summary>
    /// <param name="now">The time at which embargoes may have ended.</param>
    public IEnumerable<(string Sql, object Value)> Conditions(DateTimeOffset now)
    {
        if (IndexedKey.Of(Parameters.Desk) is { } desk)
        {
            yield return ("d.desk = ?", desk);
        }

        if (Parameters.Stage is { } stage)
        {
            yield return ("d.stage = ?", stage);
        }

        if (IndexedKey.Of(Assignee) is { } assignee)
        {
            yield return ("d.assignee = ?", assignee);
        }

        if (Parameters.Speaker is { } speaker)
        {
            yield return (OfSpeaker, IndexedKey.Of(speaker));
        }

        if (Parameters.TranslationOf is { } original)
        {
            yield return ("d.translation_of = ?", original);
        }

        if (Parameters.Priority is { } priority)
        {
            yield return ("d.rank = ?", WaitingItem.RankOf(Enum.GetValues<Priority>().Single(value => value.ToKebabCase() == priority)));
        }

        if (Parameters.DueBefore is { } due)
        {
            yield return ("d.due < ?", due.ToUniversalTime());
        }

        if (ChangedSince is { } since)
        {
            yield return ("d.changed_at >= ?", since.ToUniversalTime());
        }

        if (Parameters.Ready is { } ready)
        {
            yield return (ready ? IsReady : $"not {IsReady}", now.ToUniversalTime());
        }
    }

    /// <summary>Selects the cards that match all conditions.</summary>
    public IQueryable<StoryCard> Select(IQueryable<StoryCard> cards, DateTimeOffset now)
    {
        foreach (var (sql, value) in Conditions(now).Concat(Marks.Select(mark => (HasPerson, (object)StemmedQuery.Lexeme(mark)))))
        {
            cards = cards.Where(card => card.MatchesSql(sql, value));
        }

        return cards;
    }

    private async Task<Refusal?> UnknownAsync(Actor caller, IQuerySession session, CancellationToken cancellationToken)
    {
        var people = new[] { Assignee, Drafter, Author }.OfType<string>().Where(person => person != caller.Person).Distinct().ToArray();
        if (Parameters is { Desk: null, Speaker: null } && people.Length == 0)
        {
            return null;
        }

        var batch = session.CreateBatchQuery();
        var desk = Parameters.Desk is { } id ? batch.Load<Desk>(id) : null;
        var speaker = Parameters.Speaker is { } name ? batch.Load<Speaker>(name) : null;
        var known = batch.LoadMany<Person>().ById(people);
        await batch.Execute(cancellationToken);
        if (desk is not null && await desk is null)
        {
            return UnknownDesk(Parameters.Desk!);
        }

        if (speaker is not null && await speaker is null)
        {
            return Unknown("no-such-speaker", $"There is no speaker \"{Parameters.Speaker}\". GET /speakers lists them.");
        }

        var missing = people.Except((await known).Select(person => person.Id)).ToArray();
        return missing.Length == 0 ? null : await UnknownPersonAsync(missing, caller, session, cancellationToken);
    }

    /// <summary>A person who has never been described may still have worked here, on a story that the caller may read.</summary>
    private static async Task<Refusal?> UnknownPersonAsync(
        string[] people,
        Actor caller,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        foreach (var person in people)
        {
            if (!await IsAnyAsync(HasPerson, StemmedQuery.Lexeme(StorySearchTable.AuthorMark(person)))
                && !await IsAnyAsync("d.assignee = ?", IndexedKey.Of(person)))
            {
                return Unknown("no-such-person", $"There is no person \"{person}\". GET /people lists them; \"me\" is the caller.");
            }
        }

        return null;

        // In one condition with "or", each would be evaluated for all stories.
        Task<bool> IsAnyAsync(string sql, object value) =>
            session
                .Query<StoryCard>()
                .Where(card => card.MatchesSql(sql, value))
                .ReadableBy(caller, "d.id")
                .AnyAsync(cancellationToken);
    }

    /// <summary>Returns the refusal of a filter by a desk that does not exist.</summary>
    public static Refusal UnknownDesk(string desk) => Unknown("no-such-desk", $"There is no desk \"{desk}\". GET /desks lists them.");

    private static Refusal Unknown(string code, string detail) => new(RefusalKind.Malformed, code, detail);
}
