namespace Newsroom.Client.Http;

/// <summary>A page of a list.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Next">The cursor of the next page; null on the last one. A synchronisation always has one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next = null);
