using System.Collections.Immutable;
using FluentValidation;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Desks;
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
    public static async Task<IResult> PutAsync(
        string person,
        DescribePerson description,
        IDocumentStore store,
        CallingActor caller,
        RefusalLog refusals,
        CommandIdempotency idempotency,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        // If two requests describe one person at the same time, the second reads what the first recorded.
        return await TransientRetry.RunAsync(PutOnceAsync, clock, cancellationToken, TransientRetry.MaxAttemptsOnOneStream);

        async Task<IResult> PutOnceAsync()
        {
            await using var session = store.RecordingSession(caller.Actor, ConfigurationCatalog.DescribePerson.Name);
            if (await idempotency.ReplayAsync(session, description, cancellationToken) is { } replayed)
            {
                return replayed;
            }

            var described = new Person(caller.PersonOf(person), description.Name, [.. description.Roles.Distinct().Order()]);
            var known = await session.LoadAsync<Person>(described.Id, cancellationToken);
            var decision = PersonDecider.Decide(known, described, caller.Actor);
            if (decision.Refusal is { } refusal)
            {
                return await refusals.AnswerAsync(
                    refusal,
                    caller.Actor,
                    ConfigurationCatalog.DescribePerson.Name,
                    description,
                    $"person {described.Id}",
                    story: null,
                    cancellationToken
                );
            }

            var stream = StreamIds.Of("person", described.Id);
            if (!decision.Events.IsEmpty)
            {
                session.Events.Append(stream, decision.Events);
            }

            var response = known is null
                ? idempotency.Created($"/people/{Uri.EscapeDataString(described.Id)}", described, stream)
                : idempotency.Ok(described, stream);
            idempotency.Store(session, description, response);
            await session.SaveChangesAsync(cancellationToken);
            return response;
        }
    }
}

/// <summary>The description of a person.</summary>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Roles">The roles.</param>
public sealed record DescribePerson(string Name, ImmutableArray<Role> Roles);

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
