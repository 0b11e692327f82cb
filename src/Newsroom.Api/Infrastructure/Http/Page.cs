namespace Newsroom.Api.Infrastructure.Http;

/// <summary>The response of every list.</summary>
/// <param name="Items">The items, in the order of the list.</param>
/// <param name="Next">
/// The cursor of the next page, for the parameter <c>after</c>; null on the last page. A synchronisation always has one.
/// </param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
