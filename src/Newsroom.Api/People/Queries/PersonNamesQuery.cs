using System.Data.Common;
using Marten.Internal;
using Marten.Linq.QueryHandlers;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.People;
using Weasel.Postgresql;
using Weasel.Storage;

namespace Newsroom.Api.People.Queries;

/// <summary>Reads the names of all people, and nothing else of their documents.</summary>
internal sealed class PersonNamesQuery : IQueryHandler<PersonNames>
{
    /// <summary>The table of <see cref="Person"/>.</summary>
    public const string Table = $"{MartenNames.Documents}person";

    /// <summary>The expression of <see cref="Person.Name"/>.</summary>
    public const string NameInSql = "data ->> 'name'";

    /// <inheritdoc/>
    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session) =>
        builder.Append($"select id, {NameInSql} from {Table}");

    /// <inheritdoc/>
    public async Task<PersonNames> HandleAsync(DbDataReader reader, IStorageSession session, CancellationToken token)
    {
        var names = new Dictionary<string, string>();
        while (await reader.ReadAsync(token))
        {
            names.Add(reader.GetString(0), reader.GetString(1));
        }

        return new PersonNames(names);
    }

    /// <inheritdoc/>
    public Task<int> StreamJson(Stream stream, DbDataReader reader, CancellationToken token) => throw new NotSupportedException();
}
