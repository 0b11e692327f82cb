namespace Newsroom.Domain.Stories.Gates;

/// <summary>Lists the checks that only one person can give: the fact-checker who found the words wrong, disputed or unverifiable.</summary>
public static class AwaitedChecks
{
    private static readonly string Check = CommandCatalog.Of<StoryCommand.FactCheck>().Name;

    /// <summary>
    /// Lists the passages whose gate fails until one fact-checker checks them, and that fact-checker. A waiver ends the wait.
    /// </summary>
    /// <param name="story">The story.</param>
    /// <param name="text">Its texts.</param>
    /// <param name="policy">The policy that binds it.</param>
    public static IEnumerable<(Passage Passage, string Checker)> Of(Story story, StoryText text, Policy policy)
    {
        if (story.Findings is null && story.Passages.All(p => p.State() != PassageState.Adverse))
        {
            return [];
        }

        var awaited =
            from gate in GateList.Evaluate(story, text, policy, story.ChangedAt)
            where gate.Gate is Gate.QuotesVerified or Gate.ClaimsChecked
            from reason in gate.Blocking
            let passage = story.PassageOf(reason.Passage ?? reason.Subject)
            where passage is not null
            from way in reason.Ways
            where way.Command == Check
            from checker in way.OnlyBy
            select (passage, checker);
        return awaited.DistinctBy(a => (a.passage.Id, a.checker));
    }
}
