namespace Newsroom.Client.Stories;

/// <summary>The author of every span of a story's texts.</summary>
/// <param name="Version">The version.</param>
/// <param name="Texts">The texts.</param>
/// <param name="Checks">The current checks of the passages, with their evidence.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
public sealed record StoryBlame(
    long Version,
    IReadOnlyList<TextBlame> Texts,
    IReadOnlyList<CheckDetails>? Checks = null,
    string? Next = null
);

/// <summary>The spans of a text.</summary>
/// <param name="Field">The text.</param>
/// <param name="Spans">The spans, in order.</param>
public sealed record TextBlame(string Field, IReadOnlyList<BlameSpan> Spans);

/// <summary>A span of one author and version.</summary>
/// <param name="Words">The words.</param>
/// <param name="By">The author's identity.</param>
/// <param name="Name">The author's name.</param>
/// <param name="Version">The version that brought the words.</param>
/// <param name="At">When they were recorded.</param>
/// <param name="Movers">The people who moved them.</param>
/// <param name="Passages">The passages that cover them.</param>
/// <param name="Happened">The business time, of imported words.</param>
/// <param name="CoAuthors">The further authors.</param>
public sealed record BlameSpan(
    string Words,
    string By,
    string Name,
    long Version,
    DateTimeOffset At,
    IReadOnlyList<string> Movers,
    IReadOnlyList<BlamePassage> Passages,
    DateTimeOffset? Happened = null,
    IReadOnlyList<BlameAuthor>? CoAuthors = null
);

/// <summary>A further author of a span.</summary>
/// <param name="Name">The name.</param>
public sealed record BlameAuthor(string Name);

/// <summary>A passage that covers a span.</summary>
/// <param name="Id">The passage.</param>
/// <param name="State">Its state.</param>
/// <param name="Checks">The verdicts on it.</param>
public sealed record BlamePassage(string Id, string State, IReadOnlyList<BlameCheck> Checks);

/// <summary>A verdict on a passage.</summary>
/// <param name="Checker">The fact-checker.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record BlameCheck(string Checker, string Verdict);
