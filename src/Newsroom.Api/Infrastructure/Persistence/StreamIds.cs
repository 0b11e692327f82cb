using System.Security.Cryptography;
using System.Text;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Derives the ids of streams of things that are identified by a name. Stored: the derivation never changes.</summary>
public static class StreamIds
{
    /// <summary>Returns the stream of a name.</summary>
    /// <param name="kind">The kind of thing, such as <c>speaker</c>.</param>
    /// <param name="name">Its name.</param>
    public static Guid Of(string kind, string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{name}")).AsSpan(0, 16));
}
