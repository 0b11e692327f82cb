namespace Newsroom.Domain.Text.Quotations;

internal sealed class MarkReadings
{
    public MarkReadings(string text)
    {
        var scanned = MarkScanner.Scan(text);
        (Text, Marks, Paragraphs) = (text, scanned.Marks, scanned.Paragraphs);
        (Uses, Lengths, Ends) = (new MarkUse[Marks.Count], new byte[Marks.Count], new int[Marks.Count]);
    }

    public string Text { get; }

    public List<MarkToken> Marks { get; }

    public List<TextRange> Paragraphs { get; }

    public MarkUse[] Uses { get; }

    /// <summary>The length of each mark in characters; 0 for the second half of a doubled one.</summary>
    public byte[] Lengths { get; }

    /// <summary>For an opening mark, the end of its quotation; for a reopening one, the index of the previous, or -1.</summary>
    public int[] Ends { get; }
}
