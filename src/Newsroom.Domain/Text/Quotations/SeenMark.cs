namespace Newsroom.Domain.Text.Quotations;

/// <summary>A mark with what the reading so far says of its sides.</summary>
/// <param name="Token">The mark.</param>
/// <param name="Tokens">How many tokens it takes: two for a doubled one.</param>
/// <param name="FollowsMark">Whether another mark stands right before it.</param>
/// <param name="IsFree">Whether nothing that it would belong to stands before it.</param>
/// <param name="Begins">Whether words begin behind it.</param>
/// <param name="Ahead">What follows in its paragraph.</param>
internal readonly record struct SeenMark(MarkToken Token, int Tokens, bool FollowsMark, bool IsFree, bool Begins, MarksAhead Ahead)
{
    /// <summary>Whether letters of scripts without spaces stand on both sides.</summary>
    public bool IsUnspacedOnBothSides => Script.IsUnspaced(Token.Before) && Script.IsUnspaced(Token.After);

    /// <summary>Whether such a mark may follow in the paragraph.</summary>
    public bool Has(MarksAhead what) => (Ahead & what) != 0;
}
