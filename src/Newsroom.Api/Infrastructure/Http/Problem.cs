using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>The problem details (RFC 9457) of every refused or failed request.</summary>
/// <remarks><see cref="Problems"/> writes them; this type describes them for clients.</remarks>
/// <param name="Type">The path of the page that explains the problem; its last part is the code: /problems/gates-failed.</param>
/// <param name="Title">A noun phrase that never changes.</param>
/// <param name="Status">The status code.</param>
public sealed record Problem(string Type, string Title, int Status)
{
    /// <summary>Gets what is wrong in this request, and what would be accepted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>Gets the address of the request.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Instance { get; init; }

    /// <summary>Gets the id of the request in the log and in traces.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }

    /// <summary>Gets the reasons why a rule refuses the request.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ProblemReason>? Reasons { get; init; }

    /// <summary>Gets what would be accepted, by the path of each invalid member or the name of each invalid parameter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, ImmutableArray<string>>? Errors { get; init; }

    /// <summary>Gets the current version of the story, where the request names none or one that is not current.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? CurrentVersion { get; init; }

    /// <summary>Gets the fingerprint of the current words, where the request names another one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fingerprint? CurrentFingerprint { get; init; }

    /// <summary>Gets both sides of each place that others changed since the version that the request is based on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<Conflict>? Conflicts { get; init; }

    /// <summary>Gets the gates that block a publication, each with the commands that would resolve it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<GateResult>? Gates { get; init; }
}
