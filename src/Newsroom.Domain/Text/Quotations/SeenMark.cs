namespace Newsroom.Domain.Text.Quotations;

/// <summary>A mark and what is known of its surroundings at this point of the pass.</summary>
/// <param name="Token">The mark; of a doubled mark, the first token.</param>
/// <param name="Tokens">The number of tokens: two for a doubled mark.</param>
/// <param name="FollowsMark">Whether another mark directly precedes it.</param>
/// <param name="IsFree">Whether nothing precedes that it would belong to.</param>
/// <param name="Begins">Whether words begin after it.</param>
/// <param name="Ahead">What follows in its paragraph.</param>
internal readonly record struct SeenMark(MarkToken Token, int Tokens, bool FollowsMark, bool IsFree, bool Begins, MarksAhead Ahead)
{
    /// <summary>Whether it is between letters of unspaced scripts.</summary>
    public bool IsUnspacedOnBothSides => Script.IsUnspaced(Token.Before) && Script.IsUnspaced(Token.After);

    public bool Has(MarksAhead what) => (Ahead & what) != 0;
}
