using System.Text.Json.Nodes;

namespace Newsroom.Client.Stories;

/// <summary>The texts that a revision writes.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The standfirst.</param>
/// <param name="Body">The body (Markdown).</param>
public sealed record WrittenTexts(string Headline, string Standfirst, string Body)
{
    /// <summary>The names of the texts, in the order of an article.</summary>
    public static readonly IReadOnlyList<string> Fields = ["headline", "standfirst", "body"];

    /// <summary>Gets a text.</summary>
    /// <param name="field">Headline, standfirst or body.</param>
    public string this[string field] =>
        field switch
        {
            "headline" => Headline,
            "standfirst" => Standfirst,
            "body" => Body,
            _ => throw new ArgumentException($"An article has no text \"{field}\".", nameof(field)),
        };

    /// <summary>Returns the texts of an article.</summary>
    public static WrittenTexts Of(ArticleText article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new WrittenTexts(article.Headline, article.Standfirst, article.Body);
    }

    /// <summary>Returns texts that are made of those of each field.</summary>
    public static WrittenTexts From(Func<string, string> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new WrittenTexts(text("headline"), text("standfirst"), text("body"));
    }

    /// <summary>Returns the command that revises an article to these texts; it has those that differ.</summary>
    /// <param name="before">The texts in the base version.</param>
    /// <param name="basedOn">The base version.</param>
    /// <param name="role">The role to act in; null where one only has the command.</param>
    public NamedCommand Revision(WrittenTexts before, long basedOn, string? role = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        var body = new JsonObject();
        foreach (var field in Fields.Where(field => this[field] != before[field]))
        {
            body[field] = this[field];
        }

        if (role is not null)
        {
            body["as"] = role;
        }

        return new NamedCommand("revise-article", body, basedOn);
    }
}
