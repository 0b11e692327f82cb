namespace Newsroom.Domain.Text.Quotations;

/// <summary>The marks that can follow in the paragraph.</summary>
[Flags]
internal enum MarksAhead : byte
{
    None = 0,

    /// <summary>A double mark that can close.</summary>
    Double = 1,

    /// <summary>A single mark that can close.</summary>
    Single = 2,

    /// <summary>The next double mark can close.</summary>
    NextDouble = 4,

    /// <summary>The next single mark can close.</summary>
    NextSingle = 8,
}
