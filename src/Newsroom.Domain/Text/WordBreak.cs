namespace Newsroom.Domain.Text;

/// <summary>
/// What a character does to the words beside it: Unicode's Word_Break, with what it calls Other told apart by kind of writing.
/// </summary>
internal enum WordBreak : byte
{
    Other,
    CarriageReturn,
    LineFeed,
    Newline,
    Extend,
    Joiner,
    Format,
    RegionalIndicator,
    Katakana,
    HebrewLetter,
    Letter,
    SingleQuote,
    DoubleQuote,
    MidNumLet,
    MidLetter,
    MidNum,
    Numeric,
    ExtendNumLet,
    Space,

    /// <summary>Han, Hiragana and other ideographs: written without spaces, a word is one to a few of them.</summary>
    Ideograph,

    /// <summary>A letter of a script whose words only a dictionary tells apart: Thai, Lao, Khmer, Myanmar and their neighbours.</summary>
    Cluster,

    Pictograph,

    /// <summary>A letter that is a pictograph too.</summary>
    PictographicLetter = Letter | 32,
}
