namespace Newsroom.Domain.Text;

/// <summary>A run of pieces of one text, as numbers from <see cref="PieceNames"/>.</summary>
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

    public int Offset => offsets[from];

    public int Length => offsets[from + Count] - offsets[from];

    public ReadOnlySpan<int> Names => names.AsSpan(from, Count);

    public int this[int index] => names[from + index];

    public Pieces Slice(int start, int end) => new(names, offsets, from + start, end - start);

    /// <summary>Returns the range of the trailing white space.</summary>
    public TextRange White(string text) => new(Offset + text.AsSpan(Offset, Length).TrimEnd().Length, Offset + Length);

    public string Of(string text) => text.Substring(Offset, Length);
}
