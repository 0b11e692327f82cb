using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.Gates.GateSentences;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>The gates approvals and legal-clearance. An approval covers what its giver did not touch.</summary>
internal static class ApprovalGates
{
    /// <summary>The subject of gates on the whole article.</summary>
    public const string Article = "article";

    private static readonly ImmutableArray<Role> Approvers = CommandCatalog.Of<StoryCommand.Approve>().Roles;

    /// <summary>Returns why the approvals do not suffice.</summary>
    public static IEnumerable<GateReason> Approved(Story story, StoryText text, GateTerms terms)
    {
        var never = NeverApprove(story, text);
        var counting = story.Approvals.Where(a => a.Standing && a.By != story.Drafter).ToList();
        var people = counting.Select(a => a.By).Distinct().ToList();
        var minimum = terms.Minimum ?? 1;
        if (people.Count < minimum)
        {
            var lapsed = story.Approvals.Count(a => !a.Standing);
            yield return Reason(
                story,
                "approvals-missing",
                $"The article has {people.Count} of {minimum} approvals{(lapsed > 0 ? $"; {lapsed} lapsed when the words changed" : "")}. "
                    + $"An editor or legal approves it{Except([.. never, .. people])}.",
                Approvers,
                [.. never, .. people]
            );
        }

        foreach (var uncovered in people.Count == 0 ? [] : NotCovered(story, text, people, "All approvers", Approvers))
        {
            yield return uncovered;
        }

        foreach (var (role, asked) in terms.Roles.Select(r => (r.Role, r.Minimum)))
        {
            var given = counting.Where(a => a.As == role).Select(a => a.By).Distinct().ToList();
            if (given.Count < asked)
            {
                yield return Reason(
                    story,
                    $"{role.ToKebabCase()}-approval-missing",
                    $"The article has {given.Count} of {asked} approvals as {role.ToKebabCase()}. Another person approves it as "
                        + $"{role.ToKebabCase()}{Except([.. never, .. given])}.",
                    [role],
                    [.. never, .. given]
                );
            }
        }
    }

    /// <summary>Returns why legal has not cleared the article; empty where no clearance was requested.</summary>
    public static IEnumerable<GateReason> Cleared(Story story, StoryText text)
    {
        if (story.LegalReview is not { } review)
        {
            return [];
        }

        var never = NeverApprove(story, text);
        var people = story
            .Approvals.Where(a => a.Standing && a.As == Role.Legal && a.By != story.Drafter)
            .Select(a => a.By)
            .Distinct()
            .ToList();
        return people.Count > 0
            ? NotCovered(story, text, people, "All approvers as legal", [Role.Legal])
            :
            [
                Reason(
                    story,
                    "legal-clearance-missing",
                    $"{Person(review.By)} requested legal clearance: {Given(review.Reason)} A person approves the article as "
                        + $"legal{Except(never)}.",
                    [Role.Legal],
                    never
                ),
            ];
    }

    /// <summary>Lists the people whose approval is always refused: the drafter, and those who wrote or moved every word.</summary>
    private static ImmutableArray<string> NeverApprove(Story story, StoryText text) =>
        [story.Drafter, .. text.AuthorsOfAll().Where(person => person != story.Drafter)];

    /// <summary>Returns the ranges that none of these people covers.</summary>
    private static IEnumerable<GateReason> NotCovered(
        Story story,
        StoryText text,
        List<string> people,
        string who,
        ImmutableArray<Role> clearedBy
    ) =>
        from field in Enum.GetValues<ArticleField>()
        from range in text.BlameOf(field).NotCoveredBy(people)
        let words = range.Of(text.Article[field])
        let others = people.Union(NeverApprove(story, text)).ToImmutableArray()
        where range.IsEmpty || !string.IsNullOrWhiteSpace(words)
        select Reason(
            story,
            "approval-covers-not",
            range.IsEmpty
                ? $"{who} removed words from the {field.ToKebabCase()} at {range.Start}. Another person approves the article "
                    + $"too{Except(others)}."
                : $"{who} touched these words of the {field.ToKebabCase()}: {Cut(words)}. Another person approves the article "
                    + $"too{Except(others)}.",
            clearedBy,
            others
        ) with
        {
            Field = field,
            Range = range,
            Words = words,
        };

    /// <summary>Adds the step that precedes an approval: submission.</summary>
    private static GateReason Reason(Story story, string code, string message, ImmutableArray<Role> roles, ImmutableArray<string> notBy) =>
        story.Stage switch
        {
            Stage.InReview => new(code, Article, message, [(GateWay.By<StoryCommand.Approve>() with { Roles = roles }).Except(notBy)]),
            Stage.Drafting => new(
                code,
                Article,
                $"{message} Before that, an author submits the story for review.",
                [GateWay.By<StoryCommand.SubmitForReview>() with { OnlyBy = story.Authors }]
            ),
            _ => new GateReason(code, Article, message, []),
        } with
        {
            Fingerprint = story.Fingerprint,
        };
}
