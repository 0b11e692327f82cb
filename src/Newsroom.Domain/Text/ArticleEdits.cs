using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Text;

/// <summary>What one revision changed, per field; a field that did not change has no edits.</summary>
/// <param name="Headline">Edits of the headline.</param>
/// <param name="Standfirst">Edits of the standfirst.</param>
/// <param name="Body">Edits of the body.</param>
public sealed record ArticleEdits(ImmutableArray<TextEdit> Headline, ImmutableArray<TextEdit> Standfirst, ImmutableArray<TextEdit> Body)
{
    /// <summary>The edits of one field.</summary>
    public ImmutableArray<TextEdit> this[ArticleField field] =>
        field switch
        {
            ArticleField.Headline => Headline,
            ArticleField.Standfirst => Standfirst,
            _ => Body,
        };

    /// <summary>Whether nothing changed.</summary>
    [JsonIgnore]
    public bool IsEmpty => Headline.IsDefaultOrEmpty && Standfirst.IsDefaultOrEmpty && Body.IsDefaultOrEmpty;

    /// <summary>The edits that lead from one article's texts to another's.</summary>
    public static ArticleEdits Between(Article before, Article after) => Compare(before, after, CancellationToken.None);

    /// <summary>The same, until it is stopped.</summary>
    internal static ArticleEdits Compare(Article before, Article after, CancellationToken cancellationToken) =>
        new(
            TextDiff.Compare(before.Headline, after.Headline, cancellationToken),
            TextDiff.Compare(before.Standfirst, after.Standfirst, cancellationToken),
            TextDiff.Compare(before.Body, after.Body, cancellationToken)
        );

    /// <summary>The article after these edits.</summary>
    public Article Apply(Article article) =>
        article with
        {
            Headline = Headline.Apply(article.Headline),
            Standfirst = Standfirst.Apply(article.Standfirst),
            Body = Body.Apply(article.Body),
        };
}
