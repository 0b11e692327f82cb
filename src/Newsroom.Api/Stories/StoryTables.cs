using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Stories;

/// <summary>The tables of documents whose types are of the domain.</summary>
public static class StoryTables
{
    /// <summary>The table of <see cref="Domain.Stories.Story"/>.</summary>
    public const string Story = $"{MartenNames.Documents}story";

    /// <summary>The table of <see cref="Domain.Stories.StoryText"/>.</summary>
    public const string StoryText = $"{MartenNames.Documents}storytext";

    /// <summary>The table of <see cref="Domain.Stories.DismissedPhrase"/>.</summary>
    public const string DismissedPhrase = $"{MartenNames.Documents}dismissedphrase";
}
