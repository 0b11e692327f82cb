using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Newsroom.Domain.Requests;

/// <summary>
/// Lists the bounds of all request members and parameters. Validation, the OpenAPI description and docs/limits.md derive from it. Members
/// in PostgreSQL B-tree indexes (2,704 bytes per row) have at most 500 characters.
/// </summary>
public static class LimitTable
{
    /// <summary>The maximum length of a body in UTF-8 bytes.</summary>
    public const int BodyBytes = 1024 * 1024;

    /// <summary>The maximum length of a headline in characters.</summary>
    public const int HeadlineCharacters = 1_000;

    /// <summary>The maximum length of a standfirst in characters.</summary>
    public const int StandfirstCharacters = 10_000;

    /// <summary>The maximum length of an Idempotency-Key in characters.</summary>
    public const int IdempotencyKeyCharacters = 255;

    /// <summary>The maximum length of slugs and of desk and speaker ids in characters.</summary>
    public const int SlugCharacters = 100;

    /// <summary>The maximum length of a confidential source's identity in characters.</summary>
    public const int SourceIdentityCharacters = 2_000;

    private const int Identity = 320;
    private const int Name = 100;
    private const int Sentence = 2_000;
    private const int Rating = 60;

    /// <summary>Gets the limits of all request members.</summary>
    public static ImmutableArray<Limit> All { get; } =
    [
        // Article texts.
        Characters("headline", HeadlineCharacters),
        Characters("standfirst", StandfirstCharacters),
        Bytes("body", BodyBytes),
        Characters("byline", 500),
        Characters("dateline", 500),
        // Names.
        Characters("desk", Name).NotBlank(),
        Characters("language", 35),
        Items("ratings", Desks.RatingScale.Max),
        Characters("ratings[]", Rating),
        Characters("timeZone", Name),
        Characters("slug", SlugCharacters),
        Characters("id", SlugCharacters),
        Characters("speaker", SlugCharacters).NotBlank(),
        Characters("quote", Name).NotBlank(),
        Characters("claim", Name).NotBlank(),
        Characters("passage", Name).NotBlank(),
        Characters("note", Name).NotBlank(),
        Characters("hold", Name).NotBlank(),
        Characters("claimant", 200).NotBlank(),
        Characters("rating", Rating).NotBlank(),
        Characters("assignee", Identity),
        Characters("drafter", Identity),
        Characters("author", Identity),
        Characters("person", Identity),
        Characters("actor", Identity),
        Characters("subject", 400).NotBlank(),
        Characters("name", 200),
        Characters("description", Sentence),
        Characters("identity", SourceIdentityCharacters),
        // Reasons and notes.
        Characters("reason", Sentence),
        Characters("text", Sentence),
        Characters("Correct.note", Sentence),
        Characters("notice", Sentence),
        Characters("method", Sentence),
        Characters("explanation", 10_000).NotBlank(),
        Characters("claimUrl", Sentence),
        Characters("legalBasis", Sentence),
        // Passages.
        Characters("words", 100_000).NotBlank(),
        Characters("attribution", 1_000),
        Number("start", 0, BodyBytes),
        Number("attributionStart", 0, BodyBytes),
        Number("nth", 1, BodyBytes),
        Number("offset", 0, BodyBytes),
        Number("version", 1, int.MaxValue),
        Items("phrases", 500),
        // Confidentiality.
        Items("readers", 50),
        Characters("readers[]", Identity).NotBlank(),
        // Evidence.
        Items("evidence", 50),
        Items("sources", 20),
        Number("check", 1, int.MaxValue),
        Number("piece", 0, 49),
        Characters("citation", Sentence).NotBlank(),
        Characters("url", Sentence),
        Characters("locator", Sentence),
        Characters("sha256", 64),
        Characters("excerpt", 10_000),
        Characters("suppliedBy", Sentence),
        // Policies and people.
        Items("gates", 20),
        Items("roles", 20),
        Number("minimum", int.MinValue, int.MaxValue),
        Number("fewestWords", int.MinValue, int.MaxValue),
        // Subscribers.
        Characters("subscriber", SlugCharacters).NotBlank(),
        Items("desks", 100),
        Characters("desks[]", Name).NotBlank(),
        Items("languages", 100),
        Characters("languages[]", 35).NotBlank(),
        Items("kinds", 20),
        Number("overlapHours", 0, 168),
        // Times.
        Year("until", 1900, 2199),
        Year("due", 1900, 2199),
        Year("claimDate", 1000, 2199),
        Year("time", 1900, 2199),
        Year("ReplayDeliveries.since", 1900, 2199),
        Year("dueBefore", 1900, 2199),
        // Imports: a value beyond the limit is truncated, or its change is skipped.
        Items("files", 500),
        Items("changes", 10_000),
        Characters("began", 5_000),
        Characters("commit", Name),
        Year("ImportedChange.at", 1900, 2199, ImportOutcome.Skipped),
        Characters("ImportedChange.name", 200, ImportOutcome.Cut),
        Characters("email", Identity - 4, ImportOutcome.Skipped),
        Characters("path", 4_096, ImportOutcome.Skipped),
        Characters("message", 10_000, ImportOutcome.Cut),
        Bytes("ImportedChange.text", BodyBytes, ImportOutcome.Skipped),
        Items("also", 1_000),
        Characters("also[]", 5_000),
        Items("people", 10_000),
        Characters("ImportedAuthor.name", 200, ImportOutcome.Cut),
        Items("inserted", 100_000),
        Items("removed", 100_000),
        Number("end", 1, BodyBytes),
        Items("by", 10_000),
        Number("by[]", 0, 10_000),
        // Projections to rebuild.
        Items("views", 50),
        Characters("views[]", Name),
        // Query and path parameters.
        Characters("q", 1_000),
        Characters("stage", Name),
        Characters("state", Name),
        Characters("format", Name),
        Characters("priority", Name),
        Characters("order", Name),
        Characters("role", Name),
        Characters("query.kind", Name),
        Characters("type", Name),
        Characters("after", 1_000),
        Characters("at", Name),
        Characters("asOf", Name),
        Characters("from", Name),
        Characters("to", Name),
        Characters("changedSince", Name),
        Characters("fromAsOf", Name),
        Characters("toAsOf", Name),
        Characters("since", 8_000),
        Characters("lastEventId", Name),
        Characters("level", Name),
        Characters("code", Name),
        Characters("index", Name),
        Characters("query.views", Sentence),
        Number("query.version", 0, long.MaxValue),
        Number("limit", 1, 200),
    ];

    private static readonly FrozenDictionary<string, Limit> ByMember = All.ToFrozenDictionary(l => l.Member, StringComparer.Ordinal);

    /// <summary>Returns the bounds of a request member; null if it has none.</summary>
    /// <param name="owner">The request's type, or <c>query</c> for a parameter.</param>
    /// <param name="member">The JSON name of the member; with <c>[]</c> for list items.</param>
    public static Limit? Of(string owner, string member) =>
        ByMember.GetValueOrDefault($"{owner}.{member}") ?? ByMember.GetValueOrDefault(member);

    /// <summary>Returns the bounds of a member that is in the table.</summary>
    /// <exception cref="KeyNotFoundException">The member is not in the table.</exception>
    public static Limit The(string member) => ByMember[member];

    /// <summary>Formats the table as Markdown.</summary>
    public static string Markdown() => $"| member | accepted | import |\n|---|---|---|\n{string.Concat(All.Select(RowOf))}";

    private static string RowOf(Limit limit) =>
        string.Create(CultureInfo.InvariantCulture, $"| `{limit.Member}` | {limit.Accepted} | {OutcomeOf(limit)} |\n");

    private static string OutcomeOf(Limit limit) =>
        limit.Import switch
        {
            ImportOutcome.Cut => "cut",
            ImportOutcome.Skipped => "change skipped",
            _ => "",
        };

    private static Limit Characters(string member, int max, ImportOutcome import = ImportOutcome.Refused) =>
        new(member, LimitUnit.Characters, 0, max, import);

    private static Limit Bytes(string member, int max, ImportOutcome import = ImportOutcome.Refused) =>
        new(member, LimitUnit.Bytes, 0, max, import);

    private static Limit Items(string member, int max) => new(member, LimitUnit.Items, 0, max);

    private static Limit Number(string member, long min, long max) => new(member, LimitUnit.Number, min, max);

    private static Limit Year(string member, int first, int last, ImportOutcome import = ImportOutcome.Refused) =>
        new(member, LimitUnit.Year, first, last, import);
}
