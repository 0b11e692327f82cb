using FluentValidation;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Definitions;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;

namespace Newsroom.Api.People;

/// <summary>Handles GET /people and PUT /people/{person}.</summary>
public static class PeopleEndpoint
{
    /// <summary>Lists the people.</summary>
    [EndpointSummary("List the people.")]
    [ProducesResponseType<IReadOnlyList<Person>>(StatusCodes.Status200OK)]
    public static async Task<IResult> ListAsync(IQuerySession session, CancellationToken cancellationToken) =>
        Results.Ok((await session.Query<Person>().OrderBy(p => p.Id).ToListAsync(cancellationToken)).Where(p => !p.Roles.IsEmpty));

    /// <summary>Sets name and roles of a person: an identity, or a bare user name of the caller's issuer.</summary>
    [EndpointSummary("Describe a person: an identity, or a bare user name of the caller's issuer.")]
    [ProducesResponseType<Person>(StatusCodes.Status200OK)]
    [ProducesResponseType<Person>(StatusCodes.Status201Created)]
    public static Task<IResult> PutAsync(
        string person,
        DescribePerson description,
        CallingActor caller,
        DefinitionHandler definitions,
        CancellationToken cancellationToken
    )
    {
        var described = new Person(caller.PersonOf(person), description.Name, [.. description.Roles.Distinct().Order()]);
        var (id, address) = (described.Id, $"/people/{Uri.EscapeDataString(described.Id)}");
        return definitions.HandleAsync(
            new Definition<Person>(ConfigurationCatalog.DescribePerson, description, "person", id, address, described),
            known => PersonDecider.Decide(known, description, new PersonContext(id, caller.Actor)),
            cancellationToken
        );
    }
}

/// <summary>Validates <see cref="DescribePerson"/>.</summary>
public sealed class DescribePersonValidator : AbstractValidator<DescribePerson>
{
    /// <summary>Requires a name and at least one role.</summary>
    public DescribePersonValidator()
    {
        RuleFor(p => p.Name).NotEmpty();
        RuleFor(p => p.Roles).Must(roles => !roles.IsDefaultOrEmpty).WithMessage("At least one role is required.");
    }
}
