using System.Text.Json.Serialization;

namespace Newsroom.Domain.Kernel;

/// <summary>Classifies refusals by HTTP status code, without a dependency on HTTP.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<RefusalKind>))]
public enum RefusalKind
{
    /// <summary>400: the request is malformed.</summary>
    Malformed,

    /// <summary>403: the actor's roles or identity do not permit the command.</summary>
    Forbidden,

    /// <summary>404: the resource does not exist.</summary>
    NotFound,

    /// <summary>409: another person has changed the same words since.</summary>
    Overlap,

    /// <summary>412: the given version or fingerprint is not current.</summary>
    Stale,

    /// <summary>413: a text exceeds the limit.</summary>
    TooLarge,

    /// <summary>422: a rule is violated.</summary>
    Rule,

    /// <summary>428: the request must state its base version or fingerprint.</summary>
    BasisMissing,

    /// <summary>410: the resource was erased or killed.</summary>
    Gone,
}

/// <summary>Describes why a command was refused: a stable code, a sentence, and details.</summary>
/// <param name="Kind">The kind of refusal.</param>
/// <param name="Code">The stable code, such as <c>checker-wrote-words</c>.</param>
/// <param name="Detail">What is wrong and what would be accepted; people appear in braces as identities.</param>
public record Refusal(RefusalKind Kind, string Code, string Detail)
{
    /// <summary>Gets the sentence to record: the detail, unless it quotes the submitted text.</summary>
    public string Recorded
    {
        get => field ?? Detail;
        init;
    }

    /// <summary>Gets the current version, if the refusal is about a missing or stale one.</summary>
    public long? CurrentVersion { get; init; }

    /// <summary>Creates a refusal with status 403.</summary>
    public static Refusal Forbidden(string code, string detail) => new(RefusalKind.Forbidden, code, detail);

    /// <summary>Creates a refusal with status 404.</summary>
    public static Refusal NotFound(string code, string detail) => new(RefusalKind.NotFound, code, detail);

    /// <summary>Creates a refusal with status 422.</summary>
    public static Refusal Rule(string code, string detail) => new(RefusalKind.Rule, code, detail);

    /// <summary>Creates a refusal with status 422 whose detail quotes submitted text; another sentence is recorded.</summary>
    public static Refusal Rule(string code, string detail, string recorded) => Rule(code, detail) with { Recorded = recorded };

    /// <summary>Creates a refusal with status 413.</summary>
    public static Refusal TooLarge(string code, string detail) => new(RefusalKind.TooLarge, code, detail);

    /// <summary>Creates a refusal of a stale version.</summary>
    public static Refusal StaleVersion(long seen, long current) =>
        new(
            RefusalKind.Stale,
            "stale-version",
            $"The command is based on version {seen}, but the story is at version {current}. Read the story again and retry."
        )
        {
            CurrentVersion = current,
        };

    /// <summary>More was rewritten since the version the caller saw than is merged.</summary>
    public static Refusal TooLargeToMerge(long seen, long current) =>
        new(
            RefusalKind.Stale,
            "stale-version",
            $"The command is based on version {seen}, but the story is at version {current}, and the revisions since are too large to "
                + "merge. Read the story again, and send the text based on the current version."
        )
        {
            CurrentVersion = current,
        };
}
