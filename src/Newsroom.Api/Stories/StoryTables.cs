using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Stories;

/// <summary>The tables and columns of documents whose types are of the domain.</summary>
public static class StoryTables
{
    /// <summary>The table of <see cref="Domain.Stories.Story"/>.</summary>
    public const string Story = $"{MartenNames.Documents}story";

    /// <summary>The table of <see cref="Domain.Stories.StoryText"/>.</summary>
    public const string StoryText = $"{MartenNames.Documents}storytext";

    /// <summary>The table of <see cref="Domain.Stories.DismissedPhrase"/>.</summary>
    public const string DismissedPhrase = $"{MartenNames.Documents}dismissedphrase";

    /// <summary>The column of <see cref="Domain.Stories.DismissedPhrase.Key"/>.</summary>
    public const string DismissedPhraseKey = "key";

    /// <summary>The column of <see cref="Domain.Stories.DismissedPhrase.Story"/>.</summary>
    public const string DismissedPhraseStory = "story";

    /// <summary>The column of <see cref="Domain.Stories.DismissedPhrase.At"/>.</summary>
    public const string DismissedPhraseAt = "at";
}
