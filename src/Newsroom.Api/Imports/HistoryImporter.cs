using System.Collections.Immutable;
using JasperFx;
using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Stories.Commands;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Imports;

/// <summary>
/// Imports file histories, several stories in one transaction. One round trip reads what exists; another appends events and updates inline
/// documents. Readers never see a partly imported story.
/// </summary>
public sealed class HistoryImporter(IDocumentStore store, TimeProvider clock)
{
    /// <summary>Imports the new changes of file histories.</summary>
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
        var names = command.Files.ToDictionary(f => f.Began, f => NamesOf(f).Select(name => StreamIds.Of("import", name)).ToArray());
        var authors = command
            .Files.SelectMany(f => f.Changes)
            .SelectMany(c => (c.Authors?.People ?? []).Prepend(new ImportedAuthor(c.Name, c.Email)))
            .Select(a => new Person(ImportedNames.PersonOf(a.Name, a.Email), ImportedNames.NameOf(a.Name), []))
            .Where(p => ImportedNames.CanKeepAuthor(p.Id))
            .DistinctBy(p => p.Id)
            .ToDictionary(p => p.Id);
        var slugs = command.Files.ToDictionary(f => f.Began, f => Candidates(f).ToArray());

        var batch = session.CreateBatchQuery();
        var loadingDesk = batch.Load<Desk>(command.Desk);
        var possible = names.Values.SelectMany(n => n).Distinct().ToArray();
        var loadingStories = batch.LoadMany<Story>().ById(possible);
        var loadingTexts = batch.LoadMany<StoryText>().ById(possible);
        var loadingPeople = batch.LoadMany<Person>().ByIdList(authors.Keys);
        var wanted = slugs.Values.SelectMany(s => s).Distinct().ToArray();
        var loadingTaken = batch.Query<Story>().Where(s => wanted.Contains(s.Slug)).Select(s => s.Slug).ToList();
        await batch.Execute(cancellationToken);
        if (await loadingDesk is not { } desk)
        {
            return null;
        }

        var texts = (await loadingTexts).ToDictionary(t => t.Id);
        var known = (await loadingStories).ToDictionary(s => s.Id, s => new StorySnapshot(s, texts[s.Id]));
        var taken = (await loadingTaken).ToHashSet(StringComparer.Ordinal);
        var results = ImmutableArray.CreateBuilder<ImportedFileResult>(command.Files.Length);
        foreach (var file in command.Files)
        {
            var id =
                Array.Find(names[file.Began], known.ContainsKey) is var brought && brought != Guid.Empty ? brought : names[file.Began][0];
            var before = known.GetValueOrDefault(id);
            var history = new ImportedHistory(
                file,
                id,
                before,
                before is null ? [] : await session.Events.FetchStreamAsync(id, token: cancellationToken)
            );
            history.Apply(desk, command.Language, before?.Story.Slug ?? slugs[file.Began].First(taken.Add), actor);
            if (history.Events.Count > 0)
            {
                _ = before is null
                    ? session.Events.StartStream<Story>(id, history.Events)
                    : session.Events.Append(id, before.Story.Version + history.Events.Count, history.Events);
            }

            results.Add(history.Result);
        }

        foreach (var person in authors.Values.ExceptBy((await loadingPeople).Select(p => p.Id), p => p.Id).Where(p => p.Name.Length > 0))
        {
            session.Events.Append(StreamIds.Of("person", person.Id), new PersonDescribed(person.Id, person.Name, person.Roles));
        }

        var response = idempotency.Ok(new ImportResult(results.MoveToImmutable()), stream: null);
        idempotency.Store(session, command, response);
        await session.SaveChangesAsync(cancellationToken);
        return response;
    }

    /// <summary>
    /// Lists the names by which an import may have started the file's story. The first does not depend on the part of the repository that
    /// was read.
    /// </summary>
    private static IEnumerable<string> NamesOf(FileHistory file) => (file.Also.IsDefault ? [] : file.Also).Prepend(file.Began);

    /// <summary>Lists slugs for a file: the requested one, those that its first name suggests, and variants of them.</summary>
    private static IEnumerable<string> Candidates(FileHistory file)
    {
        var suggested = ImportedNames.SlugsOf(file.Changes[0].Path);
        var wanted = file.Slug ?? suggested[0];
        var stem = Slug.Stem(wanted);
        return
        [
            wanted,
            .. suggested.SkipWhile(slug => slug != wanted),
            .. Enumerable.Range(2, 8).Select(n => $"{stem}-{n}"),
            $"{stem}-{StreamIds.Of("slug", file.Began):N}"[..(stem.Length + 1 + Slug.SuffixLength)],
        ];
    }
}
