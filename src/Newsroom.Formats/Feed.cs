using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Formats;

/// <summary>The latest stories, live or retracted, latest change first.</summary>
/// <param name="Title">The title.</param>
/// <param name="Address">The address of the feed itself, query included.</param>
/// <param name="Updated">The time of the latest change.</param>
/// <param name="Items">The stories.</param>
public sealed record Feed(string Title, string Address, DateTimeOffset Updated, ImmutableArray<PublishedEdition> Items)
{
    /// <summary>The maximum number of items.</summary>
    public const int MaxItems = 50;

    /// <summary>The maximum length of a body in a feed, in UTF-16 code units. Of a longer one, the feed has the standfirst.</summary>
    public const int MaxBody = 32 * 1024;

    /// <summary>Gets the language of all stories; null where they have several.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the recently killed stories, which readers' copies of the feed should delete.</summary>
    public ImmutableArray<KilledItem> Killed { get; init; } = [];

    /// <summary>Returns the content of an item as HTML; null where only its summary is in the feed.</summary>
    internal static string? ContentOf(PublishedEdition edition)
    {
        var factChecks = edition.IsLive ? FactCheckHtml.Of(edition) : "";
        if (!edition.IsLive || edition.IsShortened || edition.Body.Length + factChecks.Length is 0 or > MaxBody)
        {
            return null;
        }

        var notes = edition.Corrections.Select(entry =>
            $"<p><strong>{entry.Kind.ToKebabCase()}</strong>: {PlainText.Escape(entry.Note!)}</p>"
        );
        return string.Concat([BodyHtml.Of(edition).ToHtml(), factChecks, .. notes]);
    }

    /// <summary>Returns the summary of an item: its notice, or else its standfirst.</summary>
    internal static string SummaryOf(PublishedEdition edition) => PlainText.Clean(edition.Notice ?? edition.Standfirst);

    /// <summary>Returns the title of an item.</summary>
    internal static string TitleOf(PublishedEdition edition) =>
        string.IsNullOrWhiteSpace(edition.Headline) ? edition.Slug : PlainText.Clean(edition.Headline);

    /// <summary>Returns the categories of an item: its desk, and what is special about the edition.</summary>
    internal static IEnumerable<string> CategoriesOf(PublishedEdition edition)
    {
        if (edition.Desk.Length > 0)
        {
            yield return PlainText.Clean(edition.Desk);
        }

        if (edition.Genre == Genre.FactCheck)
        {
            yield return edition.Genre.ToKebabCase();
        }

        if (!edition.IsLive)
        {
            yield return edition.Status.ToKebabCase();
        }
        else if (edition.Kind is EditionKind.Correction or EditionKind.Clarification or EditionKind.EditorsNote)
        {
            yield return edition.Kind.ToKebabCase();
        }
    }
}

/// <summary>A killed story, of which only the id is left.</summary>
/// <param name="Id">The id that the item had in feeds.</param>
/// <param name="At">When it was killed.</param>
public sealed record KilledItem(string Id, DateTimeOffset At);
