namespace Newsroom.Cli.Reads;

/// <summary>A story at one version, as the newsroom answers it and as far as this client shows it.</summary>
internal sealed record StoryPage(
    Guid Id,
    long Version,
    string Slug,
    string Desk,
    string Language,
    string Stage,
    PublicationPage Publication,
    ArticlePage Article,
    string Fingerprint,
    string Drafter,
    IReadOnlyList<string> Authors,
    IReadOnlyList<PassagePage> Quotes,
    IReadOnlyList<PassagePage> Claims,
    IReadOnlyList<ApprovalPage> Approvals,
    IReadOnlyList<HoldPage> Holds,
    IReadOnlyList<NotePage> Notes,
    DateTimeOffset ChangedAt,
    string? Assignee = null,
    IReadOnlyList<GateLine>? Gates = null,
    EmbargoPage? Embargo = null,
    LegalReviewPage? LegalReview = null,
    IReadOnlyList<StoryWaiver>? Waivers = null,
    IReadOnlyList<DismissalPage>? Dismissals = null)
{
    /// <summary>Its quotes and claims.</summary>
    public IEnumerable<PassagePage> Passages => Quotes.Concat(Claims);
}

/// <summary>What readers have.</summary>
internal sealed record PublicationPage(string Status, int Edition);

/// <summary>The words.</summary>
internal sealed record ArticlePage(string Headline, string Standfirst, string Body, string Byline, string Dateline)
{
    /// <summary>The texts that are not empty, in the order they are read.</summary>
    public IEnumerable<string> Texts => new[] { Headline, Standfirst, Signed, Body }.Where(t => t.Length > 0);

    private string Signed => string.Join(" · ", new[] { Byline, Dateline }.Where(t => t.Length > 0));
}

/// <summary>A quote or a claim.</summary>
internal sealed record PassagePage(string Id, string Field, string Words, string Fingerprint, string State, IReadOnlyList<CheckPage> Checks, string? Speaker = null, WordsPage? Attribution = null)
{
    /// <summary>Its words, and for a quote whose they are: all that a check judges.</summary>
    public string Attributed => Speaker is null ? Words : $"{Words}\n{Speaker}{(Attribution is null ? "" : $", by the words “{Attribution.Words}”")}";
}

/// <summary>Words in a text.</summary>
internal sealed record WordsPage(string Words);

/// <summary>A verdict.</summary>
internal sealed record CheckPage(string Checker, string Verdict, DateTimeOffset At, bool Standing, string? Reason = null);

/// <summary>An approval.</summary>
internal sealed record ApprovalPage(string By, string As, DateTimeOffset At, bool Standing);

/// <summary>A stop.</summary>
internal sealed record HoldPage(string Id, string Role, string By, string Reason, DateTimeOffset At);

/// <summary>An instant before which nothing publishes.</summary>
internal sealed record EmbargoPage(DateTimeOffset Until, string By, DateTimeOffset At, string? Reason = null);

/// <summary>A request that legal clear the story.</summary>
internal sealed record LegalReviewPage(string By, string Reason, DateTimeOffset At);

/// <summary>An exception to a gate.</summary>
internal sealed record StoryWaiver(string Gate, string Subject, string By, string Reason, DateTimeOffset At);

/// <summary>Quoted words that are nobody's speech.</summary>
internal sealed record DismissalPage(string Fingerprint, string By, string Reason, DateTimeOffset At);

/// <summary>A note.</summary>
internal sealed record NotePage(string Id, string By, string Text, bool MustResolve, DateTimeOffset At, string? Passage = null);
