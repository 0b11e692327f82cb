using System.Collections.Immutable;
using JasperFx;
using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Stories.Commands;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Imports;

/// <summary>
/// Imports file histories, several stories in one transaction. However many they are, one round trip reads what exists, and another appends
/// events and updates inline documents. Where stories exist, Marten's projections read their documents between the two, once for each type.
/// Readers never see a partly imported story.
/// </summary>
public sealed class HistoryImporter(IDocumentStore store, TimeProvider clock)
{
    /// <summary>Imports the new changes of file histories; a preview stores nothing.</summary>
    /// <param name="command">The histories.</param>
    /// <param name="actor">The caller.</param>
    /// <param name="idempotency">Replays and stores the response.</param>
    /// <param name="cancellationToken">Cancels the import.</param>
    /// <returns>The response; null where the desk does not exist.</returns>
    /// <exception cref="RetriesExhaustedException">Other transactions took the same slugs or stories at each attempt.</exception>
    public Task<IResult?> ImportAsync(
        ImportHistory command,
        Actor actor,
        CommandIdempotency idempotency,
        CancellationToken cancellationToken
    ) =>
        TransientRetry.RunAsync(
            () => ImportOnceAsync(command, actor, idempotency, cancellationToken),
            clock,
            cancellationToken,
            isTransient: failure =>
                failure
                    is ConcurrencyException
                        or DocumentAlreadyExistsException
                        or JasperFx.Events.ExistingStreamIdCollisionException
                        or Marten.Exceptions.ExistingStreamIdCollisionException
                || failure.IsUniqueViolation(SlugNumbers.Index)
        );

    private async Task<IResult?> ImportOnceAsync(
        ImportHistory command,
        Actor actor,
        CommandIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        await using var session = store.RecordingSession(actor, ConfigurationCatalog.ImportHistory.Name);
        if (await idempotency.ReplayAsync(session, command, cancellationToken) is { } replayed)
        {
            return replayed;
        }

        session.CorrelationId = null;
        session.SetHeader(EventMetadataExtensions.RoleHeader, Role.Admin.ToKebabCase());
        var candidates = new ImportCandidates(command);
        var state = await ImportState.LoadAsync(session, command.Desk, candidates, cancellationToken);
        if (state.Desk is not { } desk)
        {
            return null;
        }

        var taken = state.TakenSlugs.ToHashSet(StringComparer.Ordinal);
        var results = ImmutableArray.CreateBuilder<ImportedFileResult>(command.Files.Length);
        foreach (var file in command.Files)
        {
            var ids = candidates.StoriesOf(file);
            var id = Array.Find(ids, state.Stories.ContainsKey) is var brought && brought != Guid.Empty ? brought : ids[0];
            var before = state.Stories.GetValueOrDefault(id);
            var history = new ImportedHistory(file, id, before, before is null ? [] : [.. state.Origins[id]]);
            history.Apply(desk, command.Language, before?.Story.Slug ?? candidates.SlugsFor(file).First(taken.Add), actor);
            Append(session, id, before, history.Events);
            results.Add(history.Result);
        }

        foreach (var person in candidates.Authors.Values.Where(p => p.Name.Length > 0 && !state.People.Contains(p.Id)))
        {
            session.Events.Append(StreamIds.Of("person", person.Id), new PersonDescribed(person.Id, person.Name, person.Roles));
        }

        var response = idempotency.Ok(new ImportResult(results.MoveToImmutable()), stream: null);
        idempotency.Store(session, command, response);
        if (!idempotency.IsPreview)
        {
            await session.SaveChangesAsync(cancellationToken);
        }

        return response;
    }

    private static void Append(IDocumentSession session, Guid id, StorySnapshot? before, IReadOnlyList<object> events)
    {
        if (events.Count > 0)
        {
            _ = before is null
                ? session.Events.StartStream<Story>(id, events)
                : session.Events.Append(id, before.Story.Version + events.Count, events);
        }
    }
}
