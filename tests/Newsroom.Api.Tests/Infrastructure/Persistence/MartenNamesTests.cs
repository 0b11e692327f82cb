using System.Linq.Expressions;
using System.Reflection;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Linq.Members;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Erasures;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.People.Queries;
using Newsroom.Api.Policies;
using Newsroom.Api.Publication;
using Newsroom.Api.Stories;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql.Tables;
using PersonDocument = Newsroom.Domain.People.Person;

namespace Newsroom.Api.Tests.Infrastructure.Persistence;

/// <summary>Compares the names that SQL uses for what Marten creates with Marten's own schema and with the database.</summary>
public sealed class MartenNamesTests(Newsroom newsroom)
{
    private static readonly string[] OfRows = [nameof(MartenNames.HighWaterMark), nameof(MartenNames.AllShards)];

    private static readonly string[] Beginnings =
    [
        nameof(MartenNames.Documents),
        nameof(MartenNames.DocumentPrefix),
        nameof(MartenNames.ImmutableFunctionPrefix),
    ];

    private static readonly Dictionary<string, string> All = typeof(MartenNames)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

    /// <summary>Gets the documents whose tables SQL names.</summary>
    public static TheoryData<Type, string> Documents =>
        new()
        {
            { typeof(Story), StoryTables.Story },
            { typeof(StoryText), StoryTables.StoryText },
            { typeof(DismissedPhrase), StoryTables.DismissedPhrase },
            { typeof(Snapshot), Snapshot.Table },
            { typeof(DeskPolicies), PolicyLookup.Table },
            { typeof(PersonDocument), PersonNamesQuery.Table },
            { typeof(PublishedStory), PublishedStory.Table },
            { typeof(IdempotencyRecord), IdempotencyRecord.Table },
            { typeof(ErasureSettlement), ErasureSettlement.Table },
            { typeof(DeadLetterEvent), MartenNames.DeadLetters },
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IDocumentStore Store => newsroom.Host.Services.GetRequiredService<IDocumentStore>();

    private List<ISchemaObject> Objects => [.. Store.Storage.Database.AllObjects()];

    [Fact]
    public void The_schema_is_Martens() => Store.Options.DatabaseSchemaName.ShouldBe(MartenNames.Schema);

    [Fact]
    public void Names_of_tables_sequences_and_functions_are_in_Martens_schema()
    {
        var known = Objects.SelectMany(o => new[] { o.Identifier.Name, o.Identifier.QualifiedName }).ToHashSet();
        var named = ObjectNames.ToList();

        named.Count.ShouldBeGreaterThan(10);
        named.Where(name => !known.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Beginnings_of_names_are_in_Martens_schema()
    {
        var known = Objects.SelectMany(o => new[] { o.Identifier.Name, o.Identifier.QualifiedName }).ToList();

        Beginnings.Where(member => !known.Exists(name => name.StartsWith(All[member], StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_of_tables_sequences_and_functions_are_in_the_database()
    {
        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        await using var command = database.CreateCommand(
            """
            select relname from pg_class where relnamespace = $1::regnamespace
            union all
            select proname from pg_proc where pronamespace = $1::regnamespace
            """
        );
        command.Parameters.Add(new() { Value = MartenNames.Schema });
        var existing = new HashSet<string>();
        await using var rows = await command.ExecuteReaderAsync(Cancel);
        while (await rows.ReadAsync(Cancel))
        {
            existing.Add(rows.GetString(0));
        }

        ObjectNames.Where(name => !existing.Contains(name.Split('.')[^1])).ShouldBeEmpty();
    }

    [Fact]
    public void Columns_are_those_of_Martens_mapping()
    {
        Store.Options.FindOrResolveDocumentType(typeof(Story)).Metadata.Revision.Name.ShouldBe(MartenNames.VersionColumn);
        var events = Objects.OfType<Table>().Single(table => table.Identifier.QualifiedName == MartenNames.Events);
        events.HasColumn(MartenNames.DotNetTypeColumn).ShouldBeTrue();
        All.Keys.Where(member => member.EndsWith("Column", StringComparison.Ordinal)).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Progress_is_stored_under_the_names_of_the_daemon()
    {
        await newsroom.CatchUpAsync();
        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        await using var command = database.CreateCommand(
            $"""
            select count(*) from {MartenNames.Progression}
            where name in ('{MartenNames.HighWaterMark}', 'audit{MartenNames.AllShards}', 'ledger{MartenNames.AllShards}')
            """
        );
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe(3L);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Tables_of_documents_are_those_of_Martens_mapping(Type document, string table) =>
        Store.Options.FindOrResolveDocumentType(document).TableName.QualifiedName.ShouldBe(table);

    [Fact]
    public void Columns_of_documents_are_those_of_Martens_mapping()
    {
        (string InSql, string Mapped)[] columns =
        [
            (StoryTables.DismissedPhraseKey, ColumnOf<DismissedPhrase>(phrase => phrase.Key)),
            (StoryTables.DismissedPhraseStory, ColumnOf<DismissedPhrase>(phrase => phrase.Story)),
            (StoryTables.DismissedPhraseAt, ColumnOf<DismissedPhrase>(phrase => phrase.At)),
            (PublishedStory.SlugColumn, ColumnOf<PublishedStory>(story => story.Slug)),
        ];
        columns.Where(column => column.InSql != column.Mapped).ShouldBeEmpty();
    }

    [Fact]
    public void Expressions_of_members_are_those_of_Martens_indexes()
    {
        (string InSql, string Mapped)[] members =
        [
            (Snapshot.StoryInSql, ExpressionOf<Snapshot>(snapshot => snapshot.Story)),
            (PersonNamesQuery.NameInSql, ExpressionOf<PersonDocument>(person => person.Name)),
            (Snapshot.OfInSql, ExpressionOf<Snapshot>(snapshot => snapshot.Of)),
            (IdempotencyRecord.AtInSql, ExpressionOf<IdempotencyRecord>(stored => stored.At)),
            (IdempotencyRecord.StreamInSql, ExpressionOf<IdempotencyRecord>(stored => stored.Answer.Stream!)),
        ];
        members.Where(member => member.InSql != member.Mapped).ShouldBeEmpty();
    }

    private string ColumnOf<T>(Expression<Func<T, object?>> member)
        where T : notnull
    {
        var mapped = Mapped(member).MemberName;
        return Store.Options.FindOrResolveDocumentType(typeof(T)).DuplicatedFields.Single(field => field.MemberName == mapped).ColumnName;
    }

    private string ExpressionOf<T>(Expression<Func<T, object?>> member)
        where T : notnull => Mapped(member).UpdateSqlFragment().Split(" = ", 2)[1];

    private DuplicatedField Mapped<T>(Expression<Func<T, object?>> member)
        where T : notnull => DuplicatedField.For((StoreOptions)Store.Options, member!);

    /// <summary>Lists the names of tables, sequences and functions, without schemas, columns, prefixes and names of rows.</summary>
    private static IEnumerable<string> ObjectNames =>
        All.Where(name => name.Key != nameof(MartenNames.Schema) && !name.Key.EndsWith("Column", StringComparison.Ordinal))
            .Where(name => !Beginnings.Contains(name.Key) && !OfRows.Contains(name.Key))
            .Select(name => name.Value);
}
