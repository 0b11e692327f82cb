using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <content>Commands on the words of the article and its description.</content>
public abstract partial record StoryCommand
{
    /// <summary>Draft an article, which creates a story.</summary>
    public sealed record DraftArticle(string Desk) : StoryCommand
    {
        /// <summary>Plain text; may be empty when the body is not.</summary>
        public string Headline { get; init; } = "";

        /// <summary>Plain text.</summary>
        public string Standfirst { get; init; } = "";

        /// <summary>Markdown without raw HTML.</summary>
        public string Body { get; init; } = "";

        /// <summary>The byline that readers see.</summary>
        public string Byline { get; init; } = "";

        /// <summary>The place and date of the report that readers see.</summary>
        public string Dateline { get; init; } = "";

        /// <summary>BCP 47 tag; the desk's language by default.</summary>
        public string? Language { get; init; }

        /// <summary>
        /// Lower-case words joined by hyphens; derived from the headline by default, and not from the words of a confidential story.
        /// </summary>
        public string? Slug { get; init; }

        /// <summary>Whether the story is confidential from the beginning.</summary>
        public bool Confidential { get; init; }

        /// <summary>The retracted or killed story for which this one is a substitute; none by default.</summary>
        public Guid? Replaces { get; init; }

        /// <summary>The story of which this one is a translation, in another language; none by default.</summary>
        public Guid? TranslationOf { get; init; }

        /// <summary>The genre; a report by default.</summary>
        public Genre? Genre { get; init; }
    }

    /// <summary>Change desk, language, genre, byline, dateline or slug; null members stay.</summary>
    public sealed record DescribeStory : StoryCommand
    {
        /// <summary>The desk it belongs to.</summary>
        public string? Desk { get; init; }

        /// <summary>BCP 47.</summary>
        public string? Language { get; init; }

        /// <summary>The byline that readers see.</summary>
        public string? Byline { get; init; }

        /// <summary>The place and date of the report that readers see.</summary>
        public string? Dateline { get; init; }

        /// <summary>Cannot change after edition 1.</summary>
        public string? Slug { get; init; }

        /// <summary>The genre; it applies to further editions.</summary>
        public Genre? Genre { get; init; }
    }

    /// <summary>Replace whole texts; null members stay.</summary>
    public sealed record ReviseArticle : StoryCommand
    {
        /// <summary>The whole new headline.</summary>
        public string? Headline { get; init; }

        /// <summary>The whole new standfirst.</summary>
        public string? Standfirst { get; init; }

        /// <summary>The whole new body.</summary>
        public string? Body { get; init; }

        /// <summary>The whole new text of a field; null where it stays.</summary>
        public string? Text(ArticleField field) =>
            field switch
            {
                ArticleField.Headline => Headline,
                ArticleField.Standfirst => Standfirst,
                _ => Body,
            };
    }

    /// <summary>Restore headline, standfirst and body of an earlier version; words keep their authors.</summary>
    public sealed record RestoreRevision(long Version) : StoryCommand;

    /// <summary>Spike an unpublished story.</summary>
    public sealed record Spike(string Reason) : StoryCommand;

    /// <summary>Return a spiked story to drafting.</summary>
    public sealed record Unspike : StoryCommand
    {
        /// <summary>The reason, for the history and the audit trail; null for none.</summary>
        public string? Reason { get; init; }
    }
}
