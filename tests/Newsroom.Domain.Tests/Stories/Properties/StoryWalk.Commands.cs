using System.Collections.Immutable;

namespace Newsroom.Domain.Tests.Stories.Properties;

internal sealed partial class StoryWalk
{
    private StoryCommand? Command(Act act, int one, int other)
    {
        var paragraphs = spec.Text.Article.Body.Split("\n\n");
        var at = one % paragraphs.Length;
        var paragraph = Paragraphs[other % Paragraphs.Length];
        return act switch
        {
            Act.Replace => Revise([.. paragraphs[..at], paragraph, .. paragraphs[(at + 1)..]]),
            Act.Insert when paragraphs.Length < 8 => Revise([.. paragraphs[..at], paragraph, .. paragraphs[at..]]),
            Act.Remove when paragraphs.Length > 1 => Revise([.. paragraphs[..at], .. paragraphs[(at + 1)..]]),
            Act.Standfirst => new ReviseArticle { Standfirst = one % 3 == 0 ? "" : paragraph },
            Act.Carry when paragraphs.Length > 1 => Revise([.. paragraphs[..at], .. paragraphs[(at + 1)..]]) with
            {
                Standfirst = paragraphs[at],
            },
            Act.Move => new DescribeStory { Desk = other % 2 == 0 ? "kultur" : "city", Language = one % 3 == 0 ? "en-GB" : "en" },
            Act.Headline => new ReviseArticle { Headline = Headlines[other % Headlines.Length] },
            Act.Attribute => Attribute(paragraphs, at, words => words, other),
            Act.AttributeSome => Attribute(paragraphs, at, words => words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..], other),
            Act.AttributeFirst => Attribute(paragraphs, at, words => words[..words.IndexOf(' ', StringComparison.Ordinal)], other),
            Act.ClaimCheck => Pick(null, one) is { } passage ? new ClaimCheck(passage.Id) : null,
            Act.Assign => new Assign { Assignee = Everybody[other % Everybody.Length].Person },
            Act.Unassign => new Assign(),
            Act.Confidential => new MarkConfidential("The source is at risk.")
            {
                Readers = other % 3 == 0 ? [] : [Everybody[one % Everybody.Length].Person],
            },
            Act.LiftConfidentiality => new LiftConfidentiality("The source has agreed."),
            Act.WithdrawQuote => Pick(PassageKind.Quote, one) is { } quote ? new WithdrawQuote(quote.Id, "A paraphrase.") : null,
            Act.Flag => new FlagClaim(paragraphs[at]) { Start = Offset(paragraphs, at) },
            Act.WithdrawClaim => Pick(PassageKind.Claim, one) is { } claim ? new WithdrawClaim(claim.Id, "An opinion.") : null,
            Act.Dismiss => Quotations.TryGetValue(paragraphs[at], out var quotation)
                ? new DismissQuotation(quotation.Words, "Nobody said it.")
                {
                    Start = Offset(paragraphs, at) + paragraphs[at].IndexOf(quotation.Words, StringComparison.Ordinal),
                }
                : null,
            Act.Check => Pick(null, one) is { } passage
                ? CheckOf(
                    spec.Story,
                    passage.Id,
                    (other % 8) switch
                    {
                        0 or 4 => Verdict.Disputed,
                        1 => Verdict.Unverifiable,
                        2 => Verdict.Wrong,
                        _ => Verdict.Verified,
                    }
                )
                : null,
            Act.Note => new AddNote("Who says so?") { MustResolve = other % 2 == 0 },
            Act.Resolve => spec.Story.Notes.IsEmpty ? null : new ResolveNote(spec.Story.Notes[one % spec.Story.Notes.Length].Id),
            Act.Submit => new SubmitForReview(),
            Act.RequestChanges => new RequestChanges("Shorter."),
            Act.Approve => new Approve(spec.Story.Fingerprint),
            Act.WithdrawApproval => new WithdrawApproval(),
            Act.Hold => new PlaceHold("A letter from their lawyer."),
            Act.LiftHold => spec.Story.Holds.IsEmpty ? null : new LiftHold(spec.Story.Holds[one % spec.Story.Holds.Length].Id),
            Act.LegalReview => new RequestLegalReview("Names a minor."),
            Act.SetEmbargo => new SetEmbargo(spec.Now.AddMinutes(one)),
            Act.LiftEmbargo => new LiftEmbargo(),
            Act.Waive => Blocking(one) is var (gate, reason)
                ? new WaiveGate(gate, reason.Subject, reason.Fingerprint ?? spec.Story.Fingerprint, "It cannot wait.")
                : null,
            Act.Publish => new Publish(),
            Act.Correct => new Correct(one % 2 == 0 ? EditionKind.Correction : EditionKind.EditorsNote, "We were wrong."),
            Act.Schedule => new Schedule(spec.Now.AddMinutes(one)),
            Act.CancelSchedule => new CancelSchedule(),
            Act.DescribeAsFactCheck => new DescribeStory { Genre = one % 4 == 0 ? Genre.Report : Genre.FactCheck },
            Act.Rate => Pick(PassageKind.Claim, one) is { } rated ? RatingOf(spec.Story, rated.Id) with { Sources = Sources(rated) } : null,
            Act.Unrate => Pick(PassageKind.Claim, one) is { } claim ? new WithdrawFactCheck(claim.Id, "The invoices are forged.") : null,
            Act.Withhold => new Withhold("The figure is being checked."),
            Act.Release => new Release(),
            Act.TakeDown => one % 2 == 0 ? new Retract("Forged.", "We have retracted this story.") : new Kill("An order.", "It is gone."),
            Act.Spike => new Spike("Overtaken by events."),
            Act.Unspike => new Unspike(),
            _ => null,
        };
    }

    private static StoryCommand Next(string command) =>
        command switch
        {
            "submit-for-review" => new SubmitForReview(),
            "unspike" => new Unspike(),
            "release" => new Release(),
            "cancel-schedule" => new CancelSchedule(),
            "request-changes" => new RequestChanges("Readers have it."),
            "publish" => new Publish(),
            "correct" => new Correct(EditionKind.Correction, "We were wrong."),
            _ => throw new InvalidOperationException(command),
        };

    /// <summary>Returns the command of that name for the reason's subject.</summary>
    private StoryCommand Settling(string command, Gate gate, GateReason reason) =>
        command switch
        {
            "fact-check" => CheckOf(spec.Story, spec.Story.PassageOf(reason.Subject)?.Id ?? reason.Passage ?? reason.Quote!),
            "flag-claim" => new FlagClaim(reason.Words!) { Field = reason.Field!.Value, Start = reason.Range!.Value.Start },
            "attribute-quote" => new AttributeQuote(reason.Words!, "ada")
            {
                Quote = reason.Quote,
                Field = reason.Field!.Value,
                Start = reason.Range!.Value.Start,
            },
            "dismiss-quotation" => new DismissQuotation(reason.Words!, "Nobody said it.")
            {
                Field = reason.Field!.Value,
                Start = reason.Range!.Value.Start,
            },
            "revise-article" => Without(reason.Field!.Value, reason.Range!.Value),
            "withdraw-quote" => new WithdrawQuote(reason.Quote!, "A part of a quotation."),
            "submit-for-review" => new SubmitForReview(),
            "unspike" => new Unspike(),
            "approve" => new Approve(reason.Fingerprint!.Value),
            "resolve-note" => new ResolveNote(reason.Subject),
            "lift-hold" => new LiftHold(reason.Subject),
            "lift-embargo" => new LiftEmbargo(),
            "waive-gate" => new WaiveGate(gate, reason.Subject, reason.Fingerprint!.Value, "It cannot wait."),
            "mark-confidential" => new MarkConfidential("They are needed.")
            {
                Readers = [.. Everybody.Concat(Others).Select(a => a.Person), .. spec.Story.Confidential!.Readers, $"{spec.Story.Version}"],
            },
            _ => throw new InvalidOperationException(command),
        };

    private ReviseArticle Without(ArticleField field, TextRange range)
    {
        var paragraphs = spec.Text.Article.Body.Split("\n\n");
        var at = paragraphs.TakeWhile((p, i) => Offset(paragraphs, i) + p.Length <= range.Start).Count();
        return field switch
        {
            ArticleField.Headline => new ReviseArticle { Headline = Headlines[0] },
            ArticleField.Standfirst => new ReviseArticle { Standfirst = "" },
            _ when paragraphs.Length > 1 => Revise([.. paragraphs[..at], .. paragraphs[(at + 1)..]]),
            _ => Revise([paragraphs[0] == Paragraphs[5] ? Paragraphs[7] : Paragraphs[5]]),
        };
    }

    private static ImmutableArray<EvidencePlace> Sources(Passage claim) =>
        [
            .. from check in claim.Checks.Take(1)
            where check.Verdict == Verdict.Verified
            select new EvidencePlace(check.Version, 0),
        ];

    private static ReviseArticle Revise(string[] paragraphs) => new() { Body = string.Join("\n\n", paragraphs) };

    private static AttributeQuote? Attribute(string[] paragraphs, int at, Func<string, string> some, int other) =>
        !Quotations.TryGetValue(paragraphs[at], out var quotation)
            ? null
            : new AttributeQuote(some(quotation.Words), other % 2 == 0 ? "ada" : "bo")
            {
                Start = Offset(paragraphs, at) + paragraphs[at].IndexOf(some(quotation.Words), StringComparison.Ordinal),
                Attribution = other % 3 == 0 && paragraphs[at].Contains("said", StringComparison.Ordinal) ? "said" : null,
            };

    private static int Offset(string[] paragraphs, int at) => paragraphs[..at].Sum(p => p.Length + 2);

    private Passage? Pick(PassageKind? kind, int nth) =>
        spec.Story.Passages.Where(p => kind is null || p.Kind == kind).ToList() is { Count: > 0 } passages
            ? passages[nth % passages.Count]
            : null;
}
