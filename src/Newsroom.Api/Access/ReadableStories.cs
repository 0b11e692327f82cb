using Marten;
using Marten.Linq.MatchesSql;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Policies;
using Newsroom.Api.Stories;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Weasel.Postgresql;

namespace Newsroom.Api.Access;

/// <summary>
/// Expresses <see cref="StoryReaders.MayRead"/> in SQL, for lists. A test compares both for random stories and people. The condition is a
/// scalar subquery, one index lookup a row, so that a list keeps the order of its index. Where there is no confidential story, and
/// no desk that logs reads, one subquery decides for all rows.
/// </summary>
public static class ReadableStories
{
    /// <summary>The story of a document that has a member of that name, as an expression.</summary>
    public const string StoryOfDocument = "(d.data ->> 'story')::uuid";

    // The aliases differ from those of the statements that contain these expressions.
    private const string IsConfidential = "(own.data ->> 'confidential')::boolean";

    private const string MayRead = """
        coalesce(
            jsonb_exists(named.data -> 'authors', reader.person)
            or named.data ->> 'assignee' = reader.person
            or jsonb_exists(named.data -> 'confidential' -> 'readers', reader.person)
            or jsonb_exists(named.data -> 'confidential' -> 'acted', reader.person), false)
        """;

    private const string Shows = $"""
        exists (select from {PolicyLookup.Table} law where law.shows_confidential and law.desk = named.data ->> 'desk')
        """;

    private const string NoneIsConfidential = $"not exists (select from {ConfidentialStory.Table})";

    private const string From = $"""
        from {ConfidentialStory.Table} own join {StoryTables.Story} named on named.id = own.id
            cross join (select ?::text as person) reader
        """;

    /// <summary>Selects whether a story is confidential, by an expression for its id.</summary>
    public static string Confidential(string story) =>
        $"exists (select from {ConfidentialStory.Table} own where own.id = {story} and {IsConfidential})";

    /// <summary>
    /// Selects whether reads of a story have to be admitted: it is confidential, or the policy of its desk requires a read log.
    /// </summary>
    public static string Guarded(string story) =>
        $"""
            ({Confidential(story)} or case when exists (select from {PolicyLookup.Table} law where law.logs_reads)
                then exists (select from {PolicyLookup.Table} law where law.logs_reads
                    and law.desk = (select named.data ->> 'desk' from {StoryTables.Story} named where named.id = {story}))
                else false end)
            """;

    /// <summary>Selects whether a person (a parameter) may read a story, by an expression for its id.</summary>
    public static string ReadableBy(string story) =>
        $"({NoneIsConfidential} or coalesce((select {MayRead} {From} where own.id = {story} and {IsConfidential}), true))";

    /// <summary>
    /// Selects whether a list may show a person (a parameter) the card of a story, by an expression for its id: as above, or because the
    /// policy of its desk shows that it exists and the card is known to be confidential, so that its words are left out.
    /// </summary>
    public static string ShownTo(string story) =>
        $"""
            ({NoneIsConfidential} or coalesce((select {MayRead} or (coalesce(d.data ->> 'confidential' = 'true', false) and {Shows})
                {From} where own.id = {story} and {IsConfidential}), true))
            """;

    /// <summary>
    /// Selects the stories that a person may not read: the complement of <see cref="ReadableBy"/>. PostgreSQL reads it once for a
    /// statement, which costs less than a look-up a row where many rows are only counted.
    /// </summary>
    /// <param name="person">The parameter of the person, as the statement names it.</param>
    public static string NotReadableBy(string person) =>
        $"select own.id {From.Replace("?", person, StringComparison.Ordinal)} where {IsConfidential} and not {MayRead}";

    /// <summary>Writes the condition of <see cref="ReadableBy"/> to a statement.</summary>
    public static void AppendReadableBy(this ICommandBuilder builder, string story, string person)
    {
        var parts = ReadableBy(story).Split('?');
        builder.Append(parts[0]);
        builder.AppendParameter(person);
        builder.Append(parts[1]);
    }

    /// <summary>Selects the documents of stories that a person may read.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="actor">The person.</param>
    /// <param name="story">The column or expression of the story's id.</param>
    public static IQueryable<T> ReadableBy<T>(this IQueryable<T> documents, Actor actor, string story)
        where T : class
    {
        var condition = ReadableBy(story);
        return StoryReaders.ReadsAll(actor) ? documents : documents.Where(d => d.MatchesSql(condition, actor.Person));
    }

    /// <inheritdoc cref="ReadableBy{T}(IQueryable{T}, Actor, string)"/>
    public static IBatchedQueryable<T> ReadableBy<T>(this IBatchedQueryable<T> documents, Actor actor, string story)
        where T : class
    {
        var condition = ReadableBy(story);
        return StoryReaders.ReadsAll(actor) ? documents : documents.Where(d => d.MatchesSql(condition, actor.Person));
    }
}
