namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Declares that a read answers in the formats of published stories, and that its <c>Link</c> names them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HasFormatsAttribute : Attribute
{
    /// <summary>
    /// Gets whether <c>Accept</c> selects the format. Such a read is described as JSON only, which generated clients ask for; the read
    /// with an extension describes the other formats.
    /// </summary>
    public bool AreNegotiated { get; init; }
}

/// <summary>A JSON document of another standard: ninjs 3.1, JSON-LD of schema.org, or JSON Feed 1.1.</summary>
public sealed record StandardDocument;
