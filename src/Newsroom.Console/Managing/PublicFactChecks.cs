using Newsroom.Client.Stories;
using Newsroom.Console.Pages;
using Newsroom.Console.Text;

namespace Newsroom.Console.Managing;

/// <summary>The forms for the verdicts on claims that readers of a fact check see.</summary>
internal static class PublicFactChecks
{
    private const string Genre = "fact-check";

    private static readonly string[] Claimants = ["person", "organization"];

    /// <summary>Returns a form for each claim with a check of its current words, and one to withdraw those that are public.</summary>
    public static IEnumerable<StoryForm> Of(StoryDetails story, IReadOnlyList<string> ratings)
    {
        if (story.Genre != Genre || ratings.Count == 0)
        {
            yield break;
        }

        foreach (var claim in story.Claims.Where(claim => claim.Checks.Any(check => check.Standing)))
        {
            yield return Publish(story, claim, ratings);
        }

        var shown = story.Claims.Where(claim => claim.FactCheck is not null).ToList();
        if (shown.Count > 0)
        {
            yield return new(
                "withdraw-fact-check",
                "Withdraw the verdict",
                StoryForms.Command(story, "withdraw-fact-check", ("claim", shown[0].Id), ("reason", StoryForms.SampleWords)),
                [
                    new("claim", "Claim")
                    {
                        Choices = [.. shown.Select(claim => (claim.Id, $"{claim.Id}: {Excerpts.Of(claim.Words)}"))],
                    },
                    FormField.Reason(),
                ]
            );
        }
    }

    private static StoryForm Publish(StoryDetails story, PassageDetails claim, IReadOnlyList<string> ratings) =>
        new(
            CommandForms.IdOf(CommandForms.PublishFactCheck, gate: null, claim.Id),
            $"Show the verdict on {claim.Id}",
            StoryForms.Command(
                story,
                CommandForms.PublishFactCheck,
                ("claim", claim.Id),
                ("fingerprint", claim.Fingerprint),
                ("claimant", StoryForms.SampleWords),
                ("rating", ratings[0]),
                ("explanation", StoryForms.SampleWords)
            ),
            [
                new("rating", "Rating") { Choices = [.. ratings.Select(rating => (rating, rating))] },
                new("claimant", "Who claims it"),
                new("claimantKind", "Is") { Choices = StoryForms.InWords(Claimants) },
                new("claimUrl", "Where it was claimed: a web address (optional)"),
                new("claimDate", "When it was claimed, such as 2027-01-31 (optional)"),
                new("explanation", "Why (Markdown)") { Lines = 4 },
                new(CommandForms.Sources, "Evidence that readers see") { Choices = SourcesOf(claim), IsMultiple = true },
            ]
        )
        {
            Explanation = claim.Words,
            Known = [("claim", claim.Id), ("fingerprint", claim.Fingerprint)],
        };

    private static List<(string Value, string Words)> SourcesOf(PassageDetails claim) =>
        [
            .. from check in claim.Checks
                where check.Standing && check.Version is not null
                from piece in (check.Evidence ?? []).Select((evidence, place) => (Evidence: evidence, Place: place))
                where !piece.Evidence.IsErased
                select ($"{check.Version}/{piece.Place}", $"{piece.Evidence.Citation} ({check.Verdict})"),
        ];
}
