using System.Collections.Immutable;
using Newsroom.Api.Commands;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Desks;

internal sealed class DefineDeskAttempt(CommandTransaction transaction, string desk, DefineDesk command, Actor actor)
    : CommandAttempt<Desk, DeskDefined>
{
    /// <inheritdoc/>
    public override async Task<CommandTarget<Desk>> LoadAsync(CancellationToken cancellationToken) =>
        new(StreamIds.Of("desk", desk), await transaction.Session.LoadAsync<Desk>(desk, cancellationToken));

    /// <inheritdoc/>
    public override Decision<DeskDefined> Decide(Desk? state) => DeskDecider.Decide(state, command, new DeskContext(desk, actor));

    /// <inheritdoc/>
    public override Task<ResponseBody> ApplyAsync(
        CommandTarget<Desk> target,
        ImmutableArray<DeskDefined> events,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            new ResponseBody(events.Aggregate(target.State, Desk.Evolve)!) { Location = target.State is null ? $"/desks/{desk}" : null }
        );
}
