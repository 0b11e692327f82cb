using System.Collections.Immutable;
using FluentValidation;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Imports;

/// <summary>Handles POST /stories/import-history.</summary>
public static class ImportHistoryEndpoint
{
    /// <summary>
    /// Imports file histories as stories. Changes imported before are skipped, so a request can be repeated, and a long history can be sent
    /// in parts.
    /// </summary>
    [EndpointSummary(
        "Import file histories as stories. Changes imported before are skipped, so a request can be repeated, and a long history can be "
            + "sent in parts."
    )]
    [ProducesResponseType<ImportResult>(StatusCodes.Status200OK)]
    [DisableRequestTimeout]
    public static async Task<IResult> PostAsync(
        ImportHistory command,
        HistoryImporter importer,
        CallingActor caller,
        RefusalLog refusals,
        CommandIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        var refusal = ConfigurationCatalog.ImportHistory.RefuseUnlessHeldBy(caller.Actor) ?? RefuseCharacters(command);
        var answer = refusal is null ? await importer.ImportAsync(command, caller.Actor, idempotency, cancellationToken) : null;
        refusal ??= answer is null ? Refusal.Rule("unknown-desk", $"There is no desk \"{command.Desk}\".", "There is no such desk.") : null;
        return refusal is null
            ? answer!
            : await refusals.AnswerAsync(
                refusal,
                caller.Actor,
                ConfigurationCatalog.ImportHistory,
                command,
                $"desk {command.Desk}",
                cancellationToken
            );
    }

    // The texts of a change are cleaned or skipped; these members are names.
    private static Refusal? RefuseCharacters(ImportHistory command) =>
        TextRules.RefuseCharacters("desk", command.Desk)
        ?? TextRules.RefuseCharacters("language", command.Language)
        ?? command
            .Files.SelectMany(f => (f.Also.IsDefault ? [] : f.Also).Prepend(f.Began))
            .Select(name => TextRules.RefuseCharacters("began", name))
            .FirstOrDefault(r => r is not null)
        ?? command
            .Files.SelectMany(f => f.Changes)
            .Select(c => TextRules.RefuseCharacters("commit", c.Commit))
            .FirstOrDefault(r => r is not null);
}

/// <summary>File histories to import.</summary>
/// <param name="Desk">The desk of new stories.</param>
/// <param name="Files">The files.</param>
/// <param name="Language">The language of new stories (BCP 47); the desk's by default.</param>
public sealed record ImportHistory(string Desk, ImmutableArray<FileHistory> Files, string? Language = null);

/// <summary>The history of a file, or a part of it.</summary>
/// <param name="Began">The commit that created the file and its name then, <c>c0ffee:posts/a.md</c>; identifies the file.</param>
/// <param name="Changes">Its changes, oldest first. Later requests continue where one ended.</param>
public sealed record FileHistory(string Began, ImmutableArray<ImportedChange> Changes)
{
    /// <summary>
    /// Gets names of the file in imports of a part of the repository: later commits that named it, each as <c>c0ffee:posts/a.md</c>.
    /// </summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>Gets the slug of the story; derived from the file's name where it is not given, or taken.</summary>
    public string? Slug { get; init; }
}

/// <summary>A change of a file.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="At">The author date.</param>
/// <param name="Name">The author's name.</param>
/// <param name="Email">The author's address, which identifies the author.</param>
/// <param name="Path">The file's name after the change.</param>
/// <param name="Text">The whole file; null or absent where it was deleted.</param>
/// <param name="Message">The commit message.</param>
public sealed record ImportedChange(
    string Commit,
    DateTimeOffset At,
    string Name,
    string Email,
    string Path,
    string? Text = null,
    string? Message = null
)
{
    /// <summary>Gets the authors of the words, for a merge or a commit with co-authors.</summary>
    public ImportedAuthors? Authors { get; init; }
}

/// <summary>The authors of a change.</summary>
/// <param name="People">All authors, in the order of their first contribution.</param>
public sealed record ImportedAuthors(ImmutableArray<ImportedAuthor> People)
{
    /// <summary>Gets the authors of ranges of the texts after the change, in order. All authors share the other ranges.</summary>
    public ImmutableArray<ImportedRange> Inserted { get; init; } = [];

    /// <summary>Gets who removed ranges of the texts before the change, in order.</summary>
    public ImmutableArray<ImportedRange> Removed { get; init; } = [];

    /// <summary>Converts the authors to identities.</summary>
    public Authorship ToAuthorship()
    {
        var all = new Authorship([.. People.Select(p => ImportedNames.PersonOf(p.Name, p.Email)).Distinct()]);
        return Inserted.IsDefaultOrEmpty && Removed.IsDefaultOrEmpty ? all : all with { Inserted = Of(Inserted), Removed = Of(Removed) };
    }

    private ImmutableArray<AuthoredRange> Of(ImmutableArray<ImportedRange> ranges) =>
        [
            .. (ranges.IsDefault ? [] : ranges).Select(r => new AuthoredRange(
                r.Field,
                new TextRange(r.Start, r.End),
                [.. r.By.Select(i => ImportedNames.PersonOf(People[i].Name, People[i].Email)).Distinct()]
            )),
        ];
}

/// <summary>An author.</summary>
/// <param name="Name">The name.</param>
/// <param name="Email">The address, which identifies the author.</param>
public sealed record ImportedAuthor(string Name, string Email);

/// <summary>A range of a text and its authors.</summary>
/// <param name="Field">The headline or the body.</param>
/// <param name="Start">The offset of the first UTF-16 code unit.</param>
/// <param name="End">The offset after the last code unit.</param>
/// <param name="By">The authors, as indexes into <see cref="ImportedAuthors.People"/>.</param>
public sealed record ImportedRange(ArticleField Field, int Start, int End, ImmutableArray<int> By);

/// <summary>The result of an import.</summary>
/// <param name="Files">The result of each file, in the order of the request.</param>
public sealed record ImportResult(ImmutableArray<ImportedFileResult> Files);

/// <summary>The result of importing a file.</summary>
/// <param name="Began">The file.</param>
/// <param name="Story">The story; null where no change could be kept.</param>
/// <param name="Slug">The story's slug.</param>
/// <param name="Version">The story's version.</param>
/// <param name="Had">The number of changes imported before.</param>
/// <param name="Recorded">The number of changes imported now, including those without effect.</param>
/// <param name="NotKept">The skipped changes.</param>
public sealed record ImportedFileResult(
    string Began,
    Guid? Story,
    string? Slug,
    long Version,
    int Had,
    int Recorded,
    ImmutableArray<SkippedChange> NotKept
);

/// <summary>A skipped change.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Path">The file.</param>
/// <param name="Code">The reason, stable and machine-readable.</param>
/// <param name="Why">The reason, for people.</param>
public sealed record SkippedChange(string Commit, string Path, string Code, string Why);

/// <summary>Validates <see cref="ImportHistory"/>.</summary>
public sealed class ImportHistoryValidator : AbstractValidator<ImportHistory>
{
    private const int MaxFiles = 500;

    /// <summary>Adds the rules that need no stored data.</summary>
    public ImportHistoryValidator()
    {
        RuleFor(c => c.Desk).NotEmpty();
        RuleFor(c => c.Language).LanguageTag();
        RuleFor(c => c.Files)
            .Must(files => !files.IsDefault && files.Length <= MaxFiles)
            .WithMessage($"Accepted: at most {MaxFiles} files. Without files, only the desk and the role are checked.");
        RuleFor(c => c.Files)
            .Must(files => files.IsDefault || files.DistinctBy(f => f.Began).Count() == files.Length)
            .WithMessage("Accepted: each file once.");
        RuleForEach(c => c.Files)
            .ChildRules(file =>
            {
                file.RuleFor(f => f.Began).NotEmpty();
                file.RuleFor(f => f.Changes).Must(changes => !changes.IsDefaultOrEmpty).WithMessage("At least one change is required.");
                file.RuleFor(f => f.Slug)
                    .Must(slug => slug is null || Slug.IsValid(slug))
                    .WithMessage("Accepted: lower-case ASCII letters and digits in words joined by hyphens.");
                file.RuleForEach(f => f.Changes)
                    .ChildRules(change =>
                    {
                        change
                            .RuleFor(c => c.Authors)
                            .Must(authors => authors is null || IsWhole(authors))
                            .WithMessage(
                                "Accepted: at least one person with name and address, and ranges of headline or body by these people, in "
                                    + "order and without overlaps."
                            );
                        change.RuleFor(c => c.Commit).NotEmpty();
                        change.RuleFor(c => c.Path).NotEmpty();
                    });
            });
    }

    private static bool IsWhole(ImportedAuthors authors) =>
        !authors.People.IsDefaultOrEmpty
        && AreInOrder(authors.Inserted, authors.People.Length)
        && AreInOrder(authors.Removed, authors.People.Length);

    private static bool AreInOrder(ImmutableArray<ImportedRange> ranges, int people)
    {
        var ends = new Dictionary<ArticleField, int>();
        foreach (var range in ranges.IsDefault ? [] : ranges)
        {
            var isOf =
                range is { By.IsDefaultOrEmpty: false, Field: ArticleField.Headline or ArticleField.Body }
                && range.By.All(i => i >= 0 && i < people);
            if (!isOf || range.Start < ends.GetValueOrDefault(range.Field) || range.End <= range.Start)
            {
                return false;
            }

            ends[range.Field] = range.End;
        }

        return true;
    }
}
