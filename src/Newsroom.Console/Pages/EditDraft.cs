using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Stories;
using Newsroom.Console.Text;

namespace Newsroom.Console.Pages;

/// <summary>What a person writes in the editor: it is never lost, whatever a request answers.</summary>
/// <param name="BasedOn">The version that the editor showed.</param>
/// <param name="Texts">The texts.</param>
/// <param name="Key">The idempotency key of the save.</param>
public sealed record EditDraft(long BasedOn, WrittenTexts Texts, string Key)
{
    /// <summary>The field with the version that the editor showed.</summary>
    public const string Version = "version";

    /// <summary>The field with the role to act in.</summary>
    public const string RoleField = "as";

    /// <summary>The field with the lapses that the person has been shown.</summary>
    public const string SeenField = "seen";

    /// <summary>Gets the role to act in; null where one only can revise.</summary>
    public string? Role { get; init; }

    /// <summary>Gets the key of the effects that the person has been shown; null for none.</summary>
    public string? Seen { get; init; }

    /// <summary>Begins a draft of a story as it is.</summary>
    public static EditDraft Of(StoryDetails story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return new EditDraft(story.Version, WrittenTexts.Of(story.Article), NewKey());
    }

    /// <summary>Returns another idempotency key.</summary>
    public static string NewKey() => Guid.NewGuid().ToString();

    /// <summary>Returns the command that saves the draft.</summary>
    /// <param name="before">The texts that the editor showed.</param>
    public NamedCommand Revision(WrittenTexts before) => Texts.Revision(before, BasedOn, Role);

    /// <summary>Returns the draft with the line ends that the texts had when the editor showed them.</summary>
    public EditDraft Restore(WrittenTexts before) =>
        this with
        {
            Texts = WrittenTexts.From(field => TypedText.Restore(Texts[field], before[field])),
        };

    /// <summary>Reads a form; null where it is not one of the editor.</summary>
    internal static EditDraft? Read(IFormCollection form)
    {
        if (
            !long.TryParse(form[Version], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || !WrittenTexts.Fields.All(form.ContainsKey)
        )
        {
            return null;
        }

        return new EditDraft(version, WrittenTexts.From(field => form[field].ToString()), Value(form, CommandForms.Key) ?? NewKey())
        {
            Role = Value(form, RoleField),
            Seen = Value(form, SeenField),
        };
    }

    private static string? Value(IFormCollection form, string field) => form[field].ToString() is { Length: > 0 } value ? value : null;
}
