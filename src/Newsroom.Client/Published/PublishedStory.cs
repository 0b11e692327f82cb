namespace Newsroom.Client.Published;

/// <summary>A published story in a list.</summary>
/// <param name="Slug">The slug.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Byline">The byline.</param>
/// <param name="Edition">The number of the latest edition.</param>
/// <param name="Updated">When the latest edition was published.</param>
public sealed record PublishedSummary(string Slug, string Headline, string Byline, int Edition, DateTimeOffset Updated);

/// <summary>A published story.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The standfirst.</param>
/// <param name="Body">The body (Markdown).</param>
/// <param name="Byline">The byline.</param>
/// <param name="Dateline">The dateline.</param>
/// <param name="Editions">The editions, oldest first.</param>
public sealed record PublishedStory(
    string Headline,
    string Standfirst,
    string Body,
    string Byline,
    string Dateline,
    IReadOnlyList<EditionSummary> Editions
);

/// <summary>An edition.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="At">When it was published.</param>
/// <param name="Note">What a correction tells readers.</param>
public sealed record EditionSummary(int Number, string Kind, DateTimeOffset At, string? Note = null);
