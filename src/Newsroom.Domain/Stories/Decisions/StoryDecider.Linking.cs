using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides how stories refer to others: substitutes and translations.</summary>
public static partial class StoryDecider
{
    /// <summary>Refuses a substitute for a story that is not retracted or killed.</summary>
    private static Refusal? RefuseReplaced(DraftArticle command, DecisionContext context)
    {
        if (command.Replaces is not { } id)
        {
            return null;
        }

        if (context.Replaced is not { } replaced || !StoryReaders.MayRead(replaced, context.Actor))
        {
            return UnknownLinked(id);
        }

        return replaced.Publication.Status is PublicationStatus.Retracted or PublicationStatus.Killed
            ? null
            : Refusal.Rule("not-taken-down", $"The story {id} is neither retracted nor killed. Correct it, or revise it.");
    }

    /// <summary>Refuses a translation of an unknown story, or into its own language.</summary>
    private static Refusal? RefuseTranslated(DraftArticle command, string language, DecisionContext context)
    {
        if (command.TranslationOf is not { } id)
        {
            return null;
        }

        if (context.Translated is not { } translated || !StoryReaders.MayRead(translated, context.Actor))
        {
            return UnknownLinked(id);
        }

        return RefuseSameLanguage(translated, language, context)
            ?? RefuseSameLanguage(context.Original, language, context);
    }

    /// <summary>Refuses the language of the story that this one translates, and one into which it was translated for readers.</summary>
    private static Refusal? RefuseLanguage(Story story, string language, DecisionContext context) =>
        RefuseSameLanguage(context.Translated, language, context)
        ?? (
            context.TranslatedInto.Contains(language, StringComparer.OrdinalIgnoreCase)
                ? Refusal.Rule("same-language", $"The story {story.Id} has a published translation into the language {language}.")
                : null
        );

    // The rule does not apply to a story that the caller may not read: a refusal would tell its language.
    private static Refusal? RefuseSameLanguage(Story? translated, string language, DecisionContext context) =>
        translated is not null
        && string.Equals(translated.Language, language, StringComparison.OrdinalIgnoreCase)
        && StoryReaders.MayRead(translated, context.Actor)
            ? Refusal.Rule(
                "same-language",
                $"The story {translated.Id} is in the language {language} too. A translation is in another language."
            )
            : null;

    private static Refusal UnknownLinked(Guid story) => Refusal.Rule("unknown-linked-story", $"There is no story {story}.");
}
