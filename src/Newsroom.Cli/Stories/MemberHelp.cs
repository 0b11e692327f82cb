using Newsroom.Cli.Asking;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Stories;

/// <summary>What an option's help says. Members that share a name mean the same in every command.</summary>
internal static class MemberHelp
{
    private static readonly Dictionary<string, string> ByName = new(StringComparer.Ordinal)
    {
        [nameof(StoryCommand.As)] = "The role to act in, when you hold several that may.",
        [nameof(StoryCommand.DraftArticle.Desk)] = "The desk it belongs to.",
        [nameof(StoryCommand.DraftArticle.Headline)] = "The whole headline, plain text.",
        [nameof(StoryCommand.DraftArticle.Standfirst)] = "The whole standfirst, plain text.",
        [nameof(StoryCommand.DraftArticle.Body)] = "The whole body, Markdown; @story.md reads a file byte for byte.",
        [nameof(StoryCommand.DraftArticle.Byline)] = "Who signs it, for readers.",
        [nameof(StoryCommand.DraftArticle.Dateline)] = "Where and when it was reported from, for readers.",
        [nameof(StoryCommand.DraftArticle.Language)] = "A BCP 47 tag such as en or nb.",
        [nameof(StoryCommand.DraftArticle.Slug)] = "Its name in addresses: lower-case words joined by hyphens.",
        [nameof(StoryCommand.AttributeQuote.Words)] = "The exact words as they stand in the text, a quotation with its outer quote marks.",
        [nameof(StoryCommand.AttributeQuote.Speaker)] = "The speaker's id, as “newsroom speakers” lists it.",
        [nameof(StoryCommand.AttributeQuote.Quote)] = "The quote's id, such as q1; attributing without one marks a new quote.",
        [nameof(StoryCommand.AttributeQuote.Field)] = "The text the words are in; the body unless given.",
        [nameof(StoryCommand.AttributeQuote.Start)] = "Where the words begin, in UTF-16 code units; only where they occur more than once.",
        [nameof(StoryCommand.AttributeQuote.Attribution)] = "The words that attribute it, such as “said the mayor”.",
        [nameof(StoryCommand.AttributeQuote.AttributionStart)] = "Where the attribution begins, to mean another than the nearest.",
        [nameof(StoryCommand.WithdrawClaim.Claim)] = "The claim's id, such as c1.",
        [nameof(StoryCommand.WithdrawClaim.Reason)] = "Why.",
        [nameof(StoryCommand.DismissProposed.Phrases)] =
            "Phrases that other stories dismissed; all that “newsroom quoted” shows unless given.",
        [nameof(StoryCommand.FactCheck.Passage)] = "The passage's id, such as q1 or c1.",
        [nameof(StoryCommand.FactCheck.Verdict)] = "What you found.",
        [nameof(StoryCommand.FactCheck.Method)] = "How it was checked.",
        [nameof(StoryCommand.AddNote.Text)] = "What the note says.",
        [nameof(StoryCommand.AddNote.MustResolve)] = "Publication waits until the note is resolved.",
        [nameof(StoryCommand.ResolveNote.Note)] = "The note's id, such as n1; of a correction, what readers are told.",
        [nameof(StoryCommand.Assign.Assignee)] = "A user's name; without it the story is nobody's.",
        [nameof(StoryCommand.LiftHold.Hold)] = "The hold's id, such as h1.",
        [nameof(StoryCommand.SetEmbargo.Until)] = $"The instant before which nothing publishes: {TimeOption.Written}.",
        [nameof(StoryCommand.WaiveGate.Gate)] = "The gate.",
        [nameof(StoryCommand.WaiveGate.Subject)] = "What the gate fails for, as “newsroom gates” names it: c1, n2, article …",
        [nameof(StoryCommand.Publish.Kind)] = "What a further edition is to readers.",
    };

    /// <summary>A sentence about a member; of one nobody has written about, its name and type.</summary>
    public static string Of(Member member) =>
        ByName.TryGetValue(member.Name, out var told) ? told
        : member.Type == typeof(Fingerprint) ? "The words judged: 8 or more digits of their fingerprint, as “newsroom show” prints it. Required."
        : member.Type == typeof(DateTimeOffset) ? $"The {Plain(member)}: {TimeOption.Written}."
        : $"The {Plain(member)}.";

    private static string Plain(Member member) => member.Word.Replace('-', ' ');
}
