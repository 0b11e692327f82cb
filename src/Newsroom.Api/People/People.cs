using FluentValidation;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Commands;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;

namespace Newsroom.Api.People;

/// <summary>Handles GET /people and PUT /people/{person}.</summary>
public static class PeopleEndpoint
{
    /// <summary>Lists the people.</summary>
    [EndpointSummary("List the people.")]
    [ProducesResponseType<Page<Person>>(StatusCodes.Status200OK)]
    public static async Task<IResult> ListAsync(IQuerySession session, CancellationToken cancellationToken) =>
        Paging.All<Person>([
            .. (await session.Query<Person>().OrderBy(p => p.Id).ToListAsync(cancellationToken)).Where(p => !p.Roles.IsEmpty),
        ]);

    /// <summary>Sets name and roles of a person: an identity, or a bare user name of the caller's issuer.</summary>
    [EndpointSummary("Describe a person: an identity, or a bare user name of the caller's issuer.")]
    [ProducesResponseType<Person>(StatusCodes.Status200OK)]
    [ProducesResponseType<Person>(StatusCodes.Status201Created)]
    public static Task<IResult> PutAsync(
        string person,
        DescribePerson description,
        CallingActor caller,
        CommandHandler commands,
        CancellationToken cancellationToken
    )
    {
        var id = caller.PersonOf(person);
        return commands.HandleAsync(
            new CommandRequest(ConfigurationCatalog.DescribePerson, description, $"person {id}")
            {
                MaxAttempts = TransientRetry.MaxAttemptsOnOneStream,
            },
            transaction => new DescribePersonAttempt(transaction, id, description, caller.Actor),
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
