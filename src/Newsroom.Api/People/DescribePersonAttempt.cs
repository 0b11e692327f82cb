using System.Collections.Immutable;
using Newsroom.Api.Commands;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;

namespace Newsroom.Api.People;

internal sealed class DescribePersonAttempt(CommandTransaction transaction, string person, DescribePerson command, Actor actor)
    : CommandAttempt<Person, PersonDescribed>
{
    /// <inheritdoc/>
    public override async Task<CommandTarget<Person>> LoadAsync(CancellationToken cancellationToken) =>
        new(StreamIds.Of("person", person), await transaction.Session.LoadAsync<Person>(person, cancellationToken));

    /// <inheritdoc/>
    public override Decision<PersonDescribed> Decide(Person? state) =>
        PersonDecider.Decide(state, command, new PersonContext(person, actor));

    /// <inheritdoc/>
    public override Task<ResponseBody> ApplyAsync(
        CommandTarget<Person> target,
        ImmutableArray<PersonDescribed> events,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            new ResponseBody(events.Aggregate(target.State, Person.Evolve)!)
            {
                Location = target.State is null ? $"/people/{Uri.EscapeDataString(person)}" : null,
            }
        );
}
