namespace Newsroom.Domain.Text.Quotations;

/// <summary>What may follow a mark in its paragraph.</summary>
[Flags]
internal enum MarksAhead : byte
{
    None = 0,

    /// <summary>A double mark that may close.</summary>
    Double = 1,

    /// <summary>A single mark that may close.</summary>
    Single = 2,

    /// <summary>The next double mark may close.</summary>
    NextDouble = 4,

    /// <summary>The next single mark may close.</summary>
    NextSingle = 8,
}
