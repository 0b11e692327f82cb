using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides what readers see of verdicts on claims.</summary>
public static partial class StoryDecider
{
    /// <summary>Shows readers the verdict on a claim of the live edition, on which two fact-checkers agree.</summary>
    private static Decision<StoryEvent> PublishFactCheck(Story story, StoryText text, PublishFactCheck command, DecisionContext context)
    {
        if (story.PassageOf(command.Claim) is not { Kind: PassageKind.Claim } claim)
        {
            return Refusal.NotFound("unknown-claim", $"The story has no claim \"{command.Claim}\".");
        }

        if (RefuseClaim(story, claim, command.Fingerprint) is { } notPublic)
        {
            return notPublic;
        }

        var verdicts = new FactCheckVerdicts(story);
        if (FactCheckRule.Of(story, text, verdicts, claim) is { } failing)
        {
            return new ReasonRefusal(failing);
        }

        var supporting = verdicts.Supporting(claim);
        if ((RefuseRating(command, context, out var rating) ?? RefuseClaimTexts(command)) is { } badText)
        {
            return badText;
        }

        if (RefuseSources(story, command, supporting, context, out var evidence) is { } badSource)
        {
            return badSource;
        }

        return context.Accept(
            new FactCheckPublished(
                claim.Id,
                claim.Fingerprint,
                VisibleText.Of(claim.Field, text.Article[claim.Field]).Words(claim.Range).Trim(),
                supporting[0].Verdict,
                [.. supporting.Select(check => check.Version)],
                command.Claimant.Trim(),
                command.ClaimantKind ?? ClaimantKind.Person,
                rating!,
                command.Explanation,
                evidence
            )
            {
                ClaimUrl = string.IsNullOrWhiteSpace(command.ClaimUrl) ? null : command.ClaimUrl,
                ClaimDate = command.ClaimDate,
            }
        );
    }

    /// <summary>Withdraws a public fact check.</summary>
    private static Decision<StoryEvent> WithdrawFactCheck(Story story, WithdrawFactCheck command, DecisionContext context)
    {
        if ((story.FactChecks ?? []).FirstOrDefault(f => f.Claim == command.Claim) is not { } known)
        {
            return Refusal.Rule("no-fact-check", $"{command.Claim} has no public fact check.", "The claim has no public fact check.");
        }

        return string.IsNullOrWhiteSpace(command.Reason)
            ? Refusal.Rule("reason-required", "A reason is required: why readers no longer see the fact check. Staff see it.")
            : context.Accept(new FactCheckWithdrawn(known.Claim, known.Fingerprint, FactCheckEnd.Withdrawn, command.Reason));
    }

    /// <summary>Returns the end of the public fact checks that a further edition does not have.</summary>
    private static ImmutableArray<StoryEvent> EndOfFactChecks(Story story) =>
        [
            .. from known in story.FactChecks ?? []
            let isFactCheck = story.Genre == Genre.FactCheck
            where !isFactCheck || !Placed(story).Contains(new PassageFingerprint(known.Claim, known.Fingerprint))
            select new FactCheckWithdrawn(
                known.Claim,
                known.Fingerprint,
                isFactCheck ? FactCheckEnd.WordsChanged : FactCheckEnd.GenreChanged,
                Reason: null
            ),
        ];

    /// <summary>Returns the end of the public fact check of a withdrawn claim; none where there is none.</summary>
    private static ImmutableArray<StoryEvent> EndOfFactCheck(Story story, string claim) =>
        [
            .. from known in story.FactChecks ?? []
            where known.Claim == claim
            select new FactCheckWithdrawn(known.Claim, known.Fingerprint, FactCheckEnd.ClaimWithdrawn, Reason: null),
        ];

    /// <summary>
    /// Returns the end of the public fact checks that a check contradicts, or whose public evidence is of a check that it replaces.
    /// </summary>
    private static ImmutableArray<StoryEvent> EndOfFactChecks(Story story, Passage passage, FactChecked happened, string checker)
    {
        var replaced = passage.Checks.FirstOrDefault(c => c.Checker == checker && c.Fingerprint == happened.Fingerprint)?.Version;
        return passage.Kind != PassageKind.Claim
            ? []
            :
            [
                .. from known in story.FactChecks ?? []
                where known.Fingerprint == happened.Fingerprint
                where known.Verdict != happened.Verdict || (replaced is { } version && known.Sources.Contains(version))
                select new FactCheckWithdrawn(known.Claim, known.Fingerprint, FactCheckEnd.VerdictChanged, Reason: null),
            ];
    }

    private static Refusal? RefuseClaim(Story story, Passage claim, Fingerprint asked)
    {
        if (claim.IsOrphaned)
        {
            return Refusal.Rule("passage-orphaned", $"The words of {claim.Id} are no longer in the article.");
        }

        if (claim.Fingerprint != asked)
        {
            return new StaleFingerprintRefusal(claim.Id, claim.Fingerprint);
        }

        if (RefuseWithheld(story) is { } withheld)
        {
            return withheld;
        }

        if (story.Publication.Edition == 0)
        {
            return Refusal.Rule("not-live", "The story has no edition, so readers see no claim of it. Publish it first.");
        }

        if (story.Publication.Claims is not { } live)
        {
            return Refusal.Rule(
                "not-a-fact-check",
                $"Edition {story.Publication.Edition} is a report. Describe the story with the genre fact-check, and publish an edition."
            );
        }

        if (!live.Contains(new PassageFingerprint(claim.Id, claim.Fingerprint)))
        {
            return Refusal.Rule(
                "claim-not-live",
                $"Edition {story.Publication.Edition} does not have {claim.Id} with these words. Publish them first."
            );
        }

        return RefuseFurther(story, claim);
    }

    private static Refusal? RefuseFurther(Story story, Passage claim)
    {
        if (!story.Holds.IsEmpty)
        {
            return Refusal.Rule("held", $"The story has {string.Join(", ", story.Holds.Select(h => h.Id))}. Lift every hold first.");
        }

        var known = story.FactChecks ?? [];
        if (known.Any(f => f.Claim == claim.Id))
        {
            return Refusal.Rule("fact-check-public", $"{claim.Id} has a public fact check. Withdraw it first (withdraw-fact-check).");
        }

        return known.Length < PublicFactCheck.MaxPerStory
            ? null
            : Refusal.Rule(
                "too-many-fact-checks",
                $"The story has {known.Length} public fact checks. Accepted: {PublicFactCheck.MaxPerStory}."
            );
    }

    private static Refusal? RefuseRating(PublishFactCheck command, DecisionContext context, out FactCheckRating? rating)
    {
        var scale = context.Scale;
        var at = scale.IndexOf(command.Rating);
        rating = at < 0 ? null : new FactCheckRating(command.Rating, at + 1, scale.Length);
        return at >= 0
            ? null
            : Refusal.Rule("unknown-rating", $"The rating is not on the scale of the desk. Accepted: {string.Join(", ", scale)}.");
    }

    private static Refusal? RefuseClaimTexts(PublishFactCheck command)
    {
        if (!string.IsNullOrWhiteSpace(command.ClaimUrl) && !WebAddress.IsWeb(command.ClaimUrl))
        {
            return Refusal.Rule(
                "not-a-web-address",
                "The address of the claim is not one of the web. Accepted: one that begins with https:// or http://."
            );
        }

        return TextRules.RefuseMarkdownText("explanation", command.Explanation);
    }

    private static Refusal? RefuseSources(
        Story story,
        PublishFactCheck command,
        List<Check> supporting,
        DecisionContext context,
        out ImmutableArray<PublicEvidence> evidence
    )
    {
        evidence = [];
        var places = command.Sources.IsDefault ? [] : command.Sources.Distinct().ToImmutableArray();
        if (!places.IsEmpty && story.Confidential is not null)
        {
            return Refusal.Rule(
                "evidence-not-public",
                "The story is confidential, and so is its evidence. Name none, or lift the confidentiality first."
            );
        }

        foreach (var place in places)
        {
            if (RefuseSource(place, supporting, context, out var piece) is { } refusal)
            {
                return refusal;
            }

            evidence = evidence.Add(
                new PublicEvidence(piece!.Kind, piece.Citation)
                {
                    Url = piece.Url,
                    Locator = piece.Locator,
                    Source = place,
                }
            );
        }

        return null;
    }

    private static Refusal? RefuseSource(EvidencePlace place, List<Check> supporting, DecisionContext context, out EvidenceItem? piece)
    {
        piece = null;
        if (supporting.Find(check => check.Version == place.Check) is not { } check)
        {
            var accepted = string.Join(", ", supporting.Select(c => $"{c.Version}"));
            return Refusal.Rule(
                "unknown-evidence",
                $"Version {place.Check} is not a check that supports the verdict. Accepted: {accepted}."
            );
        }

        if (context.Checks.GetValueOrDefault(check.Version) is not { } record)
        {
            return Refusal.Rule("evidence-too-large", "The evidence of these checks is too large to read at once. Name fewer checks.");
        }

        piece = place.Piece >= 0 && place.Piece < record.Evidence.Length ? record.Evidence[place.Piece] : null;
        return piece switch
        {
            null => Refusal.Rule(
                "unknown-evidence",
                $"The check of version {place.Check} has {record.Evidence.Length} pieces of evidence, numbered from 0."
            ),
            { Kind: EvidenceKind.Erased } => Refusal.Rule("evidence-erased", "A named piece of evidence was erased."),
            { SuppliedBy: not null } => Refusal.Rule(
                "evidence-not-public",
                $"Piece {place.Piece} of the check of version {place.Check} has a sealed supplier. It is not public."
            ),
            _ => null,
        };
    }
}
