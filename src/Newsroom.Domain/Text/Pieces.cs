namespace Newsroom.Domain.Text;

/// <summary>A run of pieces of one text, each by its number in <see cref="PieceNames"/>.</summary>
internal readonly struct Pieces
{
    private readonly int[] names;
    private readonly int[] offsets;
    private readonly int from;

    public Pieces(int[] names, int[] offsets)
        : this(names, offsets, 0, names.Length) { }

    private Pieces(int[] names, int[] offsets, int from, int count) =>
        (this.names, this.offsets, this.from, Count) = (names, offsets, from, count);

    public int Count { get; }

    /// <summary>Where the run begins in its text.</summary>
    public int Offset => offsets[from];

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => offsets[from + Count] - offsets[from];

    public ReadOnlySpan<int> Names => names.AsSpan(from, Count);

    public int this[int index] => names[from + index];

    public Pieces Slice(int start, int end) => new(names, offsets, from + start, end - start);

    /// <summary>The white space the run ends with.</summary>
    public TextRange White(string text) => new(Offset + text.AsSpan(Offset, Length).TrimEnd().Length, Offset + Length);

    /// <summary>The run as it stands in its text.</summary>
    public string Of(string text) => text.Substring(Offset, Length);
}
