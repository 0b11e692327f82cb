namespace Newsroom.Domain.Text.Quotations;

/// <summary>The marks of a text, with what reading it has found out about each.</summary>
internal sealed class MarkReadings
{
    /// <summary>Scans a text; no mark has a use yet.</summary>
    public MarkReadings(string text)
    {
        var scanned = MarkScanner.Scan(text);
        (Text, Marks, Paragraphs) = (text, scanned.Marks, scanned.Paragraphs);
        (Uses, Lengths, Ends) = (new MarkUse[Marks.Count], new byte[Marks.Count], new int[Marks.Count]);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The marks in order.</summary>
    public List<MarkToken> Marks { get; }

    /// <summary>The paragraphs: where each begins and ends.</summary>
    public List<TextRange> Paragraphs { get; }

    /// <summary>The use of each mark.</summary>
    public MarkUse[] Uses { get; }

    /// <summary>The characters of each mark; 0 for the second half of a doubled one.</summary>
    public byte[] Lengths { get; }

    /// <summary>Of a mark that opens, where the quotation ends; of one that reopens, the index of the one that did before, or -1.</summary>
    public int[] Ends { get; }
}
