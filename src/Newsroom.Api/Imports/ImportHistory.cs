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

/// <summary>POST /stories/import-history</summary>
public static class ImportHistoryEndpoint
{
    /// <summary>
    /// Brings in histories of files as stories. What was brought in before is passed over, so a request can be repeated, and a long history
    /// can come in several.
    /// </summary>
    [EndpointSummary(
        "Brings in histories of files as stories. What was brought in before is passed over, so a request can be repeated, and a long "
            + "history can come in several."
    )]
    [ProducesResponseType<ImportAnswer>(StatusCodes.Status200OK)]
    [DisableRequestTimeout]
    public static async Task<IResult> PostAsync(
        ImportHistory command,
        HistoryImporter desk,
        CallingActor caller,
        RefusalLog refusals,
        CommandIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        var refusal = ConfigurationCatalog.ImportHistory.RefuseUnlessHeldBy(caller.Actor) ?? RefuseCharacters(command);
        var answer = refusal is null ? await desk.ImportAsync(command, caller.Actor, idempotency, cancellationToken) : null;
        refusal ??= answer is null ? Refusal.Rule("unknown-desk", $"There is no desk \"{command.Desk}\".", "There is no such desk.") : null;
        return refusal is null
            ? answer!
            : await refusals.AnswerAsync(
                refusal,
                caller.Actor,
                ConfigurationCatalog.ImportHistory.Name,
                command,
                $"desk {command.Desk}",
                story: null,
                cancellationToken
            );
    }

    // Of a change, what its author wrote is cleaned or passed over; these name things.
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

/// <summary>Histories of files to bring in.</summary>
/// <param name="Desk">The desk they go to.</param>
/// <param name="Files">The files.</param>
/// <param name="Language">BCP 47; the desk's when not given.</param>
public sealed record ImportHistory(string Desk, ImmutableArray<FileHistory> Files, string? Language = null);

/// <summary>A file's history, or a part of it.</summary>
/// <param name="Began">
/// The commit that made the file and the name it had then, <c>c0ffee:posts/a.md</c>: what tells this file from all others.
/// </param>
/// <param name="Changes">Its changes, oldest first. Further requests go on where one ended.</param>
public sealed record FileHistory(string Began, ImmutableArray<ImportedChange> Changes)
{
    /// <summary>
    /// Gets how the file is known to imports that saw only a part of the repository, <c>c0ffee:posts/a.md</c> each: later commits that gave
    /// it a name.
    /// </summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>Gets the slug to take for the story; one is made from the file's name when it is not given, or taken.</summary>
    public string? Slug { get; init; }
}

/// <summary>One change of a file.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="At">When its author made it.</param>
/// <param name="Name">Its author.</param>
/// <param name="Email">Their address, which is who they are.</param>
/// <param name="Path">The file's name from then on.</param>
/// <param name="Text">The whole file; null or absent when it was deleted.</param>
/// <param name="Message">What its author said of it.</param>
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
    /// <summary>
    /// Gets the authors of the words where the author of the commit did not write them alone: of a merge, or of a commit with co-authors.
    /// </summary>
    public ImportedAuthors? Authors { get; init; }
}

/// <summary>The authors of a change.</summary>
/// <param name="People">Everyone who wrote some of it, in the order in which they began.</param>
public sealed record ImportedAuthors(ImmutableArray<ImportedAuthor> People)
{
    /// <summary>
    /// Gets who wrote which range of the texts after the change, in order. Where nothing says who wrote or removed what, all did all of it
    /// together.
    /// </summary>
    public ImmutableArray<ImportedRange> Inserted { get; init; } = [];

    /// <summary>Gets who removed which range of the texts before the change, in order.</summary>
    public ImmutableArray<ImportedRange> Removed { get; init; } = [];

    /// <summary>The authors as identities.</summary>
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
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address, which is who they are.</param>
public sealed record ImportedAuthor(string Name, string Email);

/// <summary>A range of a text and its authors.</summary>
/// <param name="Field">The text: the headline or the body.</param>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset behind the last.</param>
/// <param name="By">Its authors, as places in <see cref="ImportedAuthors.People"/>.</param>
public sealed record ImportedRange(ArticleField Field, int Start, int End, ImmutableArray<int> By);

/// <summary>What was brought in.</summary>
/// <param name="Files">File by file, as they were sent.</param>
public sealed record ImportAnswer(ImmutableArray<ImportedFile> Files);

/// <summary>What has become of a file.</summary>
/// <param name="Began">The file.</param>
/// <param name="Story">The story it is; null where none of it could be kept.</param>
/// <param name="Slug">The story's name in addresses.</param>
/// <param name="Version">The story's version.</param>
/// <param name="Had">How many of the changes had been brought in before.</param>
/// <param name="Recorded">How many were recorded now, or changed nothing.</param>
/// <param name="NotKept">Those that could not be kept.</param>
public sealed record ImportedFile(
    string Began,
    Guid? Story,
    string? Slug,
    long Version,
    int Had,
    int Recorded,
    ImmutableArray<NotKept> NotKept
);

/// <summary>A change that could not be kept.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Path">The file.</param>
/// <param name="Code">Stable and machine-readable.</param>
/// <param name="Why">For people.</param>
public sealed record NotKept(string Commit, string Path, string Code, string Why);

/// <summary>The shape of <see cref="ImportHistory"/>.</summary>
public sealed class ImportHistoryValidator : AbstractValidator<ImportHistory>
{
    private const int MostFiles = 500;

    /// <summary>What can be said without knowing the newsroom.</summary>
    public ImportHistoryValidator()
    {
        RuleFor(c => c.Desk).NotEmpty();
        RuleFor(c => c.Language).LanguageTag();
        RuleFor(c => c.Files)
            .Must(files => !files.IsDefault && files.Length <= MostFiles)
            .WithMessage($"Give at most {MostFiles} files; none asks whether they would be accepted.");
        RuleFor(c => c.Files)
            .Must(files => files.IsDefault || files.DistinctBy(f => f.Began).Count() == files.Length)
            .WithMessage("Each file comes once in a request.");
        RuleForEach(c => c.Files)
            .ChildRules(file =>
            {
                file.RuleFor(f => f.Began).NotEmpty();
                file.RuleFor(f => f.Changes).Must(changes => !changes.IsDefaultOrEmpty).WithMessage("A history has at least one change.");
                file.RuleFor(f => f.Slug)
                    .Must(slug => slug is null || Slug.IsValid(slug))
                    .WithMessage("A slug is lower-case ASCII letters and digits in words joined by hyphens.");
                file.RuleForEach(f => f.Changes)
                    .ChildRules(change =>
                    {
                        change
                            .RuleFor(c => c.Authors)
                            .Must(authors => authors is null || IsWhole(authors))
                            .WithMessage(
                                "Authors are at least one person with name and address, and ranges of headline or body, in order and "
                                    + "without overlaps, each by some of these people."
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
