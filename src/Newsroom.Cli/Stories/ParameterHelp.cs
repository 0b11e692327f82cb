using Newsroom.Cli.Parsing;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Stories;

/// <summary>Describes command parameters. Most parameters of one name mean the same in every command.</summary>
internal static class ParameterHelp
{
    private static readonly Dictionary<string, string> ByName = new(StringComparer.Ordinal)
    {
        [nameof(StoryCommand.As)] = "Role to act in, when you hold several that fit.",
        [nameof(StoryCommand.DraftArticle.Desk)] = "Desk of the story.",
        [nameof(StoryCommand.DraftArticle.Headline)] = "Whole headline, plain text.",
        [nameof(StoryCommand.DraftArticle.Standfirst)] = "Whole standfirst, plain text.",
        [nameof(StoryCommand.DraftArticle.Body)] = "Whole body, Markdown; @story.md reads a file byte for byte.",
        [nameof(StoryCommand.DraftArticle.Byline)] = "Byline for readers.",
        [nameof(StoryCommand.DraftArticle.Dateline)] = "Place and time of the report, for readers.",
        [nameof(StoryCommand.DraftArticle.Language)] = "BCP 47 tag, such as en or nb.",
        [nameof(StoryCommand.DraftArticle.Slug)] = "Name in URLs: lower-case words joined by hyphens.",
        [nameof(StoryCommand.AttributeQuote.Words)] = "Words of the text; of a quotation, with its outer quotation marks.",
        [nameof(StoryCommand.AttributeQuote.Range)] = "Place of the words in UTF-16 code units, such as body:120-180.",
        [nameof(StoryCommand.AttributeQuote.Quotation)] = "Number of a quotation, as “newsroom quoted” lists it.",
        [nameof(StoryCommand.AttributeQuote.Speaker)] = "Id of the speaker, as “newsroom speakers” lists it.",
        [nameof(StoryCommand.AttributeQuote.Quote)] = "Id of the quote, such as q1; without it, a new quote is marked.",
        [nameof(StoryCommand.AttributeQuote.Field)] = "Text that contains the words. Default: body.",
        [nameof(StoryCommand.AttributeQuote.Start)] = "Start of the words in UTF-16 code units; needed where they occur more than once.",
        [nameof(StoryCommand.AttributeQuote.Attribution)] = "Words that attribute the quote, such as “said the mayor”.",
        [nameof(StoryCommand.AttributeQuote.AttributionStart)] =
            "Start of the attribution in UTF-16 code units. Default: the occurrence nearest the quote.",
        [nameof(StoryCommand.WithdrawClaim.Claim)] = "Id of the claim, such as c1.",
        [nameof(StoryCommand.WithdrawClaim.Reason)] = "Reason.",
        [nameof(StoryCommand.DismissProposed.Phrases)] = "Phrases that other stories dismissed. Default: all that “newsroom quoted” shows.",
        [nameof(StoryCommand.FactCheck.Passage)] = "Id of the passage, such as q1 or c1.",
        [nameof(StoryCommand.FactCheck.Verdict)] = "Verdict.",
        [nameof(StoryCommand.FactCheck.Method)] = "How the passage was checked.",
        [nameof(StoryCommand.AddNote.Text)] = "Text of the note.",
        [nameof(StoryCommand.AddNote.MustResolve)] = "Block publication until the note is resolved.",
        [nameof(StoryCommand.ResolveNote.Note)] = "Id of the note, such as n1.",
        [nameof(StoryCommand.Assign.Assignee)] = "User name of the assignee; without it, the assignee is removed.",
        [nameof(StoryCommand.DraftArticle.Confidential)] = "Make the story confidential from the beginning.",
        [nameof(StoryCommand.DraftArticle.Replaces)] = "Id or slug of the retracted or killed story for which it is a substitute.",
        [nameof(StoryCommand.DraftArticle.TranslationOf)] = "Id or slug of the story that it translates, in another language.",
        [nameof(StoryCommand.MarkConfidential.Readers)] = "User names of the people admitted by name; they replace earlier ones.",
        [nameof(StoryCommand.PlanStory.Due)] = $"Time at which the story is due, such as {TimeOption.Format}; without it, none.",
        [nameof(StoryCommand.PlanStory.Priority)] = "Priority. Default: normal.",
        [nameof(StoryCommand.LiftHold.Hold)] = "Id of the hold, such as h1.",
        [nameof(StoryCommand.SetEmbargo.Until)] = $"Time before which nothing is published, such as {TimeOption.Format}.",
        [nameof(StoryCommand.Schedule.Time)] =
            $"Time of the publication, such as {TimeOption.Format}; without an offset, of the time zone of the story's desk.",
        [nameof(StoryCommand.WaiveGate.Gate)] = "Gate to waive.",
        [nameof(StoryCommand.WaiveGate.Subject)] = "What the gate fails for, as “newsroom gates” names it: c1, n2, article …",
        [nameof(StoryCommand.Retract.Notice)] = "Notice to readers, shown in place of the article.",
        [nameof(StoryCommand.DraftArticle.Genre)] = "Genre of the story. Default: report.",
        [nameof(StoryCommand.PublishFactCheck.Claimant)] = "Name of the person or organisation that makes the claim, for readers.",
        [nameof(StoryCommand.PublishFactCheck.ClaimantKind)] = "What the claimant is. Default: person.",
        [nameof(StoryCommand.PublishFactCheck.ClaimUrl)] = "Web address where the claim was made.",
        [nameof(StoryCommand.PublishFactCheck.ClaimDate)] = "Date of the claim, such as 2026-10-12.",
        [nameof(StoryCommand.PublishFactCheck.Rating)] = "Rating on the scale of the story's desk, as “newsroom desks” lists it.",
        [nameof(StoryCommand.PublishFactCheck.Explanation)] = "Why, for readers: Markdown.",
        [nameof(StoryCommand.PublishFactCheck.Sources)] =
            "Evidence that readers see: version of the check and number of the piece from 0, such as 7/0.",
        [nameof(StoryCommand.Publish.Kind)] = "Kind of edition.",
    };

    public static string Describe(CommandParameter parameter)
    {
        if (parameter.Command == typeof(StoryCommand.Correct) && parameter.Name == nameof(StoryCommand.Correct.Note))
        {
            return "Note for readers: what was wrong or unclear, or what they should know.";
        }

        if (ByName.TryGetValue(parameter.Name, out var description))
        {
            return description;
        }

        var name = parameter.Key.Replace('-', ' ');
        return parameter.Type switch
        {
            var type when type == typeof(Fingerprint) =>
                "Fingerprint of the words judged, as “newsroom show” prints it; 8 digits are enough. Required.",
            var type when type == typeof(DateTimeOffset) => $"The {name}, such as {TimeOption.Format}.",
            _ => $"The {name}.",
        };
    }
}
