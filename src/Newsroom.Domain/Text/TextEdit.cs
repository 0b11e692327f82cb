using System.Text.Json.Serialization;

namespace Newsroom.Domain.Text;

/// <summary>Replaces text. Reversible and self-checking: it contains the removed words.</summary>
/// <param name="At">The offset in UTF-16 code units of the text before the revision.</param>
/// <param name="Remove">The removed words, verbatim; empty for an insertion.</param>
/// <param name="Insert">The inserted words; empty for a deletion.</param>
public sealed record TextEdit(int At, string Remove, string Insert)
{
    /// <summary>Gets the offset after the removed words.</summary>
    [JsonIgnore]
    public int End => At + Remove.Length;

    /// <summary>Gets the change in length.</summary>
    [JsonIgnore]
    public int Shift => Insert.Length - Remove.Length;
}
