using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Client.Http;

/// <summary>Problem details of a refused request (RFC 9457).</summary>
public sealed record ApiProblem
{
    /// <summary>Gets the stable type, such as <c>/problems/gates-failed</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the kind of refusal, for people.</summary>
    public string? Title { get; init; }

    /// <summary>Gets what is wrong and what would be accepted.</summary>
    public string? Detail { get; init; }

    /// <summary>Gets each reason with its stable code.</summary>
    public IReadOnlyList<ProblemReason>? Reasons { get; init; }

    /// <summary>Gets what is wrong with each member of the request.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>Gets the story's version, where the one named is not current.</summary>
    public long? CurrentVersion { get; init; }

    /// <summary>Gets the fingerprint of the words, where the one named is not current.</summary>
    public string? CurrentFingerprint { get; init; }

    /// <summary>Gets the members that the properties above do not cover.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extensions { get; init; }

    /// <summary>Reads an extension member.</summary>
    /// <returns>Null when the problem has no such member.</returns>
    public T? GetExtension<T>(string name)
        where T : class => Extensions?.TryGetValue(name, out var value) == true ? value.Deserialize<T>(JsonSerializerOptions.Web) : null;

    internal static ApiProblem? Parse(string content)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiProblem>(content, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A reason of a refusal.</summary>
/// <param name="Code">Stable and machine-readable.</param>
/// <param name="Message">For people.</param>
public sealed record ProblemReason(string Code, string Message);
