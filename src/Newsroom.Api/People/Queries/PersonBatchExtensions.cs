using Marten;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Audit;
using Newsroom.Domain.People;

namespace Newsroom.Api.People.Queries;

/// <summary>Queries people in a batch.</summary>
public static class PersonBatchExtensions
{
    private const string Acts = $"select by from {AuditTable.Name} where by = ? limit 1";

    /// <summary>Returns the status of a person, from their description and the audit trail.</summary>
    public static async Task<PersonStatus> StatusOfAsync(this IBatchedQuery batch, string? person)
    {
        if (person is null)
        {
            return PersonStatus.Unknown;
        }

        var (described, acts) = (batch.Load<Person>(person), batch.Query<string>(Acts, person));
        if (await described is { Roles.IsEmpty: false } || (await acts).Count > 0)
        {
            return PersonStatus.WorksHere;
        }

        return await described is null ? PersonStatus.Unknown : PersonStatus.WroteElsewhere;
    }
}
