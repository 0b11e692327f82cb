using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Marten;
using Newsroom.Api.Stories.Queries;
using Newsroom.Domain.EvidenceFiles;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Worklists;

/// <summary>Describes the files and suppliers that evidence names.</summary>
/// <param name="Files">The files, in the order of the evidence.</param>
/// <param name="Suppliers">The suppliers that are people or speakers; others are references that only the fact-checker can resolve.</param>
public sealed record NamedEvidence(ImmutableArray<NamedFile> Files, ImmutableArray<NamedSupplier> Suppliers)
{
    /// <summary>Finds the files and suppliers of evidence.</summary>
    /// <param name="session">The session.</param>
    /// <param name="current">The passage; null where it was withdrawn.</param>
    /// <param name="events">Its events.</param>
    /// <param name="personOf">Returns the identity that a bare user name stands for.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    internal static async Task<NamedEvidence> FindAsync(
        IQuerySession session,
        PassageView? current,
        IEnumerable<PassageEvent> events,
        Func<string, string> personOf,
        CancellationToken cancellationToken
    )
    {
        var checks = current?.Checks.SelectMany(check => check.Evidence ?? []) ?? [];
        var evidence = checks.Concat(events.SelectMany(e => e.Check?.Evidence ?? [])).ToList();
        string[] digests = [.. evidence.Select(e => e.Sha256).OfType<string>().Distinct()];
        string[] references = [.. evidence.Select(e => e.SuppliedBy).OfType<string>().Distinct()];
        if (digests.Length + references.Length == 0)
        {
            return new NamedEvidence([], []);
        }

        var batch = session.CreateBatchQuery();
        var loadingFiles = batch.LoadMany<EvidenceFile>().ById(digests);
        var loadingPeople = batch.LoadMany<Person>().ById([.. references.Select(personOf).Distinct()]);
        var loadingSpeakers = batch.LoadMany<Speaker>().ById(references);
        await batch.Execute(cancellationToken);
        var (files, people, speakers) = (await loadingFiles, await loadingPeople, await loadingSpeakers);
        return new NamedEvidence(
            [.. digests.Select(digest => NamedFile.Of(digest, files.FirstOrDefault(file => file.Id == digest)))],
            [
                .. references
                    .Select(reference =>
                        Supplier(
                            reference,
                            speakers.FirstOrDefault(speaker => speaker.Id == reference),
                            people.FirstOrDefault(person => person.Id == personOf(reference))
                        )
                    )
                    .OfType<NamedSupplier>(),
            ]
        );
    }

    private static NamedSupplier? Supplier(string reference, Speaker? speaker, Person? person) =>
        (speaker, person) switch
        {
            ({ Name: var name }, _) => new NamedSupplier(reference, name, SupplierKind.Speaker),
            (null, { Name: var name }) => new NamedSupplier(reference, name, SupplierKind.Person),
            _ => null,
        };
}

/// <summary>A file that evidence names.</summary>
/// <param name="Sha256">Its digest.</param>
/// <param name="State">Whether the host has it.</param>
/// <param name="Confidential">Whether each read of it is recorded.</param>
public sealed record NamedFile(string Sha256, NamedFileState State, bool Confidential)
{
    internal static NamedFile Of(string digest, EvidenceFile? file) =>
        file switch
        {
            null => new NamedFile(digest, NamedFileState.NotStored, Confidential: false),
            { IsErased: true } => new NamedFile(digest, NamedFileState.Erased, file.Confidential),
            _ => new NamedFile(digest, NamedFileState.Stored, file.Confidential),
        };
}

/// <summary>States whether the host has a file that evidence names.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<NamedFileState>))]
public enum NamedFileState
{
    /// <summary>The file can be read.</summary>
    Stored,

    /// <summary>The file was erased by law.</summary>
    Erased,

    /// <summary>The file was not sent to this host; the newsroom may keep it elsewhere.</summary>
    NotStored,
}

/// <summary>A supplier of evidence.</summary>
/// <param name="Reference">The reference in the evidence.</param>
/// <param name="Name">The name; of a confidential source the one that is printed.</param>
/// <param name="Kind">Person or speaker.</param>
public sealed record NamedSupplier(string Reference, string Name, SupplierKind Kind);

/// <summary>Distinguishes the suppliers of evidence.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<SupplierKind>))]
public enum SupplierKind
{
    /// <summary>A person who works here.</summary>
    Person,

    /// <summary>A registered speaker.</summary>
    Speaker,
}
