using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>Lists the fields that can be revised and contain passages.</summary>
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
