using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Text;

/// <summary>Represents the changes of one revision per field.</summary>
public sealed record ArticleEdits(ImmutableArray<TextEdit> Headline, ImmutableArray<TextEdit> Standfirst, ImmutableArray<TextEdit> Body)
{
    /// <summary>Gets the edits of a field, in the order of the text before them.</summary>
    public ImmutableArray<TextEdit> this[ArticleField field] =>
        field switch
        {
            ArticleField.Headline => Headline,
            ArticleField.Standfirst => Standfirst,
            _ => Body,
        };

    /// <summary>Gets whether no field changes.</summary>
    [JsonIgnore]
    public bool IsEmpty => Headline.IsDefaultOrEmpty && Standfirst.IsDefaultOrEmpty && Body.IsDefaultOrEmpty;

    /// <summary>Computes the edits from one article to another.</summary>
    public static ArticleEdits Between(Article before, Article after) => Compare(before, after, CancellationToken.None);

    internal static ArticleEdits Compare(Article before, Article after, CancellationToken cancellationToken) =>
        new(
            TextDiff.Compare(before.Headline, after.Headline, cancellationToken),
            TextDiff.Compare(before.Standfirst, after.Standfirst, cancellationToken),
            TextDiff.Compare(before.Body, after.Body, cancellationToken)
        );

    /// <summary>Applies the edits.</summary>
    public Article Apply(Article article) =>
        article with
        {
            Headline = Headline.Apply(article.Headline),
            Standfirst = Standfirst.Apply(article.Standfirst),
            Body = Body.Apply(article.Body),
        };
}
