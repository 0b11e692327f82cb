using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// Finds whole words by their normal form, ignoring typography. In unspaced scripts, matches begin and end at ideographs and clusters, as
/// edits do (<see cref="WordCut.Segments"/>).
/// </summary>
public sealed class WordSearch
{
    private readonly string text;
    private readonly string normalised;
    private readonly List<TextRange> origins;

    /// <summary>Prepares a visible text.</summary>
    public WordSearch(string text)
    {
        this.text = text;
        var normal = new StringBuilder(text.Length);
        origins = new List<TextRange>(text.Length);
        var at = 0;
        foreach (var token in TextTokens.Of(text, WordCut.Segments))
        {
            var words = string.IsNullOrWhiteSpace(token) ? " " : Normaliser.Normalise(token);
            if (words != " " || (normal.Length > 0 && normal[^1] != ' '))
            {
                normal.Append(words);
                var origin = new TextRange(at, at + token.Length);
                for (var i = 0; i < words.Length; i++)
                {
                    origins.Add(origin);
                }
            }

            at += token.Length;
        }

        normalised = normal.ToString();
    }

    /// <summary>Returns all matches of whole words, in order.</summary>
    public IEnumerable<TextRange> Find(string words)
    {
        var wanted = Normaliser.Normalise(words);
        foreach (var at in TextSearch.All(normalised, wanted))
        {
            var end = at + wanted.Length;
            if (IsBetween(at) && IsBetween(end))
            {
                yield return new TextRange(origins[at].Start, origins[end - 1].End);
            }
        }
    }

    /// <summary>Returns whether an offset splits nothing.</summary>
    private bool IsBetween(int at) =>
        at == 0
        || at == normalised.Length
        || (
            origins[at - 1] != origins[at]
            && (!(char.IsLetterOrDigit(normalised[at - 1]) && char.IsLetterOrDigit(normalised[at])) || IsUnspaced(at))
        );

    private bool IsUnspaced(int at) => TextTokens.IsUnspaced(text, origins[at - 1].Start) || TextTokens.IsUnspaced(text, origins[at].Start);
}
