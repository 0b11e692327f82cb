using Newsroom.Client.Http;
using Newsroom.Domain.People;

namespace Newsroom.Client.People;

/// <summary>Reads and describes people.</summary>
public sealed class PeopleClient
{
    private readonly ApiConnection connection;

    internal PeopleClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Reads the people who work here.</summary>
    public Task<ApiResponse<Page<Person>>> ListAsync(CancellationToken cancellationToken = default) =>
        connection.SendAsync<Page<Person>>(ApiRequest.Get("people"), cancellationToken);

    /// <summary>Sets name and roles of a person.</summary>
    /// <param name="person">An identity, or a bare user name of the caller's issuer.</param>
    /// <param name="description">The name and the roles.</param>
    /// <param name="idempotencyKey">Repeating the command with the same key carries it out once.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<Person>> DescribeAsync(
        string person,
        DescribePerson description,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Person>(
            ApiRequest.Put($"people/{Uri.EscapeDataString(person)}", description, idempotencyKey),
            cancellationToken
        );
}
