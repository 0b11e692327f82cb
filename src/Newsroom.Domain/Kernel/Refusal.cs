using System.Text.Json.Serialization;

namespace Newsroom.Domain.Kernel;

/// <summary>Why a command was refused, in the terms of HTTP's status codes but without HTTP.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<RefusalKind>))]
public enum RefusalKind
{
    /// <summary>400: the request cannot be understood.</summary>
    Malformed,

    /// <summary>403: this person, in these roles, may not.</summary>
    Forbidden,

    /// <summary>404: the thing named does not exist.</summary>
    NotFound,

    /// <summary>409: somebody else has changed the same words since.</summary>
    Overlap,

    /// <summary>412: the version or fingerprint named is not the current one.</summary>
    Stale,

    /// <summary>413: a text is longer than a story can hold.</summary>
    TooLarge,

    /// <summary>422: a rule refused it.</summary>
    Rule,

    /// <summary>428: the command needs to say what it is based on.</summary>
    BasisMissing,
}

/// <summary>A refusal is a value: a stable code for programs, a sentence for people, and what is needed to act on it.</summary>
/// <param name="Kind">What sort of refusal it is.</param>
/// <param name="Code">Stable and machine-readable, such as <c>checker-wrote-words</c>.</param>
/// <param name="Detail">A sentence that says what is wrong and what would be accepted; people stand in it in braces as their identities.</param>
public record Refusal(RefusalKind Kind, string Code, string Detail)
{
    /// <summary>The sentence the record keeps: the detail, unless that shows words somebody tried to write.</summary>
    public string Recorded
    {
        get => field ?? Detail;
        init;
    }

    /// <summary>The current version, where a stale or missing one was the reason.</summary>
    public long? CurrentVersion { get; init; }

    /// <summary>This person may not, and which role could.</summary>
    public static Refusal Forbidden(string code, string detail) => new(RefusalKind.Forbidden, code, detail);

    /// <summary>The thing named is not there.</summary>
    public static Refusal NotFound(string code, string detail) => new(RefusalKind.NotFound, code, detail);

    /// <summary>A rule refused it.</summary>
    public static Refusal Rule(string code, string detail) => new(RefusalKind.Rule, code, detail);

    /// <summary>A rule refuses it, in a sentence that shows what was tried; the record keeps another.</summary>
    public static Refusal Rule(string code, string detail, string recorded) => Rule(code, detail) with { Recorded = recorded };

    /// <summary>A text is too long.</summary>
    public static Refusal TooLarge(string code, string detail) => new(RefusalKind.TooLarge, code, detail);

    /// <summary>The version the caller saw is not the current one.</summary>
    public static Refusal StaleVersion(long seen, long current) =>
        new(
            RefusalKind.Stale,
            "stale-version",
            $"This was based on version {seen}; the story is at version {current}. Read it again and decide anew."
        )
        {
            CurrentVersion = current,
        };

    /// <summary>More was rewritten since the version the caller saw than is merged.</summary>
    public static Refusal TooLargeToMerge(long seen, long current) =>
        new(
            RefusalKind.Stale,
            "stale-version",
            $"This was based on version {seen}; the story is at version {current}, and more was rewritten since than is merged. "
                + "Read it again, and send the words you want based on the version there is now."
        )
        {
            CurrentVersion = current,
        };
}
