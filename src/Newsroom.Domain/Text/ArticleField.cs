using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>The texts of an article that revisions change and passages lie in.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ArticleField>))]
public enum ArticleField
{
    /// <summary>Plain text.</summary>
    Headline,

    /// <summary>Plain text.</summary>
    Standfirst,

    /// <summary>Markdown without raw HTML.</summary>
    Body,
}
