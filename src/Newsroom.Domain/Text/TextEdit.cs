using System.Text.Json.Serialization;

namespace Newsroom.Domain.Text;

/// <summary>One replacement in a text. Small, reversible, readable in the log, and self-checking: it names the words it takes out.</summary>
/// <param name="At">Where, in UTF-16 code units of the text before the revision.</param>
/// <param name="Remove">The words taken out, exactly as they stood there; empty for an insertion.</param>
/// <param name="Insert">The words put in their place; empty for a deletion.</param>
public sealed record TextEdit(int At, string Remove, string Insert)
{
    /// <summary>Offset just behind the words taken out.</summary>
    [JsonIgnore]
    public int End => At + Remove.Length;

    /// <summary>By how much the text behind the edit moves.</summary>
    [JsonIgnore]
    public int Shift => Insert.Length - Remove.Length;
}
