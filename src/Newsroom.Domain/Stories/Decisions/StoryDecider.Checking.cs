using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides fact checks.</summary>
public static partial class StoryDecider
{
    /// <summary>Records a verdict on the current words of a passage. The actor must have neither touched nor attributed them.</summary>
    private static Decision<StoryEvent> Check(Story story, StoryText text, FactCheck command, DecisionContext context)
    {
        if (story.PassageOf(command.Passage) is not { } passage)
        {
            return Refusal.NotFound("unknown-passage", $"The story has no passage \"{command.Passage}\".");
        }

        if (passage.IsOrphaned)
        {
            return Refusal.Rule("passage-orphaned", $"The words of {passage.Id} are no longer in the article, so they cannot be checked.");
        }

        if (passage.Fingerprint != command.Fingerprint)
        {
            return new StaleFingerprintRefusal(passage.Id, passage.Fingerprint);
        }

        if (RefuseOwnWords(text, passage, context) is { } ownWords)
        {
            return ownWords;
        }

        if (RefuseEvidence(command) is { } refusal)
        {
            return refusal;
        }

        var happened = Checked(story, text, passage, command, context);
        return context.Accept([happened, .. EndOfFactChecks(story, passage, happened, context.Actor.Person)]);
    }

    private static Refusal? RefuseEvidence(FactCheck command)
    {
        if (command.Verdict == Verdict.Verified && command.Evidence.IsDefaultOrEmpty)
        {
            return Refusal.Rule("evidence-required", "The verdict verified requires at least one piece of evidence.");
        }

        if (!command.Evidence.IsDefaultOrEmpty && command.Evidence.Any(e => e.Kind == EvidenceKind.Erased))
        {
            return Refusal.Rule("evidence-erased", "The evidence kind \"erased\" is not accepted: it marks evidence that was erased.");
        }

        return command.Verdict != Verdict.Verified && string.IsNullOrWhiteSpace(command.Reason)
            ? Refusal.Rule("reason-required", $"A reason is required: why the words are {command.Verdict.ToKebabCase()}.")
            : null;
    }

    private static FactChecked Checked(Story story, StoryText text, Passage passage, FactCheck command, DecisionContext context)
    {
        var happened = new FactChecked(
            passage.Id,
            passage.Fingerprint,
            passage.Shown(text.Article[passage.Field]),
            command.Verdict,
            command.Method,
            command.Evidence,
            command.Reason
        );
        if (command.Verdict == Verdict.Verified && (story.Findings ?? []).All(f => f.Checker != context.Actor.Person))
        {
            return happened;
        }

        // Every adverse verdict voids the waivers of its words.
        var follows = Finding.Follows(command.Verdict);
        var read = VisibleText.Of(passage.Field, text.Article[passage.Field]).Words(passage.Range);
        return happened with { Read = follows ? Finding.Kept(read) : null, WordsAlone = WordSequence.Of(read).Fingerprint() };
    }

    private static Refusal? RefuseOwnWords(StoryText text, Passage passage, DecisionContext context)
    {
        var touched = text.Touched(passage);
        if (touched.Contains(context.Actor.Person) || passage.CarriedFrom.Contains(context.Actor.Person))
        {
            return Refusal.Forbidden(
                "checker-wrote-words",
                $"You wrote or changed words of {passage.Id}; another fact-checker has to check it."
            );
        }

        return passage.Kind == PassageKind.Quote && passage.MarkedBy.Contains(context.Actor.Person)
            ? Refusal.Forbidden("checker-attributed-quote", $"You attributed {passage.Id}; another fact-checker has to check it.")
            : null;
    }
}
