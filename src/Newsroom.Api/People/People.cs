using System.Collections.Immutable;
using FluentValidation;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Wolverine.Http;

namespace Newsroom.Api.People;

/// <summary>GET /people, PUT /people/{person}</summary>
public static class PeopleEndpoint
{
    /// <summary>Everybody who works here.</summary>
    [EndpointSummary("Everybody who works here.")]
    [ProducesResponseType<IReadOnlyList<Person>>(StatusCodes.Status200OK)]
    [WolverineGet("/people")]
    public static async Task<IResult> List(IQuerySession session, CancellationToken cancellationToken) =>
        Results.Ok((await session.Query<Person>().OrderBy(p => p.Id).ToListAsync(cancellationToken)).Where(p => !p.Roles.IsEmpty));

    /// <summary>Describes a person: an identity, or a bare user name of the caller's own issuer.</summary>
    [EndpointSummary("Describes a person: an identity, or a bare user name of the caller's own issuer.")]
    [ProducesResponseType<Person>(StatusCodes.Status200OK)]
    [WolverinePut("/people/{person}")]
    public static async Task<IResult> Put(
        string person,
        DescribePerson description,
        IDocumentStore store,
        CallingActor caller,
        RefusalLog refusals,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var described = new Person(caller.PersonOf(person), description.Name, [.. description.Roles.Distinct().Order()]);
        if (PersonDecider.RefusePerson(described, caller.Actor) is { } refusal)
        {
            return await refusals.Answer(
                refusal,
                caller.Actor,
                ConfigurationCatalog.DescribePerson.Name,
                description,
                $"person {described.Id}",
                story: null,
                cancellationToken
            );
        }

        // Two who describe one person at the same time: the second reads what the first said.
        return await TransientRetry.RunAsync(
            () => Save(described, store, caller.Actor, cancellationToken),
            clock,
            cancellationToken,
            TransientRetry.MaxAttemptsOnOneStream
        );
    }

    private static async Task<IResult> Save(Person described, IDocumentStore store, Actor actor, CancellationToken cancellationToken)
    {
        await using var session = store.RecordingSession(actor, ConfigurationCatalog.DescribePerson.Name);
        var known = await session.LoadAsync<Person>(described.Id, cancellationToken);
        if (known is null || known.Name != described.Name || !known.Roles.SequenceEqual(described.Roles))
        {
            session.Events.Append(
                Record.StreamOf("person", described.Id),
                new PersonDescribed(described.Id, described.Name, described.Roles)
            );
            await session.SaveChangesAsync(cancellationToken);
        }

        return known is null ? Results.Created($"/people/{Uri.EscapeDataString(described.Id)}", described) : Results.Ok(described);
    }
}

/// <summary>What a person is.</summary>
/// <param name="Name">As colleagues write it.</param>
/// <param name="Roles">What they may act as.</param>
public sealed record DescribePerson(string Name, ImmutableArray<Role> Roles);

/// <summary>The shape of <see cref="DescribePerson"/>.</summary>
public sealed class DescribePersonValidator : AbstractValidator<DescribePerson>
{
    /// <summary>A name and at least one role.</summary>
    public DescribePersonValidator()
    {
        RuleFor(p => p.Name).NotEmpty();
        RuleFor(p => p.Roles).Must(roles => !roles.IsDefaultOrEmpty).WithMessage("Give at least one role.");
    }
}
