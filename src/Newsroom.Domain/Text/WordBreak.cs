namespace Newsroom.Domain.Text;

/// <summary>Unicode's Word_Break property, with Other subdivided by writing system.</summary>
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

    /// <summary>Han, Hiragana and other ideographs: unspaced, words of one to a few characters.</summary>
    Ideograph,

    /// <summary>Letters of scripts whose words need a dictionary: Thai, Lao, Khmer, Myanmar and related ones.</summary>
    Cluster,

    Pictograph,

    PictographicLetter = Letter | 32,
}
