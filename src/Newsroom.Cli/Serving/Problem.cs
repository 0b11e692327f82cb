using System.Collections.Immutable;
using System.Text.Json;
using Newsroom.Cli.Reads;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Serving;

/// <summary>Problem details as the newsroom gives them.</summary>
internal sealed record Problem
{
    /// <summary>The sort of refusal.</summary>
    public string? Title { get; init; }

    /// <summary>What is wrong and what would be accepted.</summary>
    public string? Detail { get; init; }

    /// <summary>Each reason.</summary>
    public IReadOnlyList<ProblemReason>? Reasons { get; init; }

    /// <summary>What is wrong with each member of the request.</summary>
    public ImmutableDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>Each gate, where gates were the reason.</summary>
    public IReadOnlyList<GateLine>? Gates { get; init; }

    /// <summary>Both sides of what somebody else has changed too, where that was the reason.</summary>
    public IReadOnlyList<Conflict>? Conflicts { get; init; }

    /// <summary>The story's version, where the caller's was not current.</summary>
    public long? CurrentVersion { get; init; }

    /// <summary>The words' fingerprint, where the caller's was not current.</summary>
    public string? CurrentFingerprint { get; init; }

    /// <summary>Reads problem details; null when the text is something else.</summary>
    public static Problem? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Problem>(text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One reason of a refusal.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Message">For people.</param>
internal sealed record ProblemReason(string Code, string Message);
