using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.Gates.GateSentences;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Renders the gates that a publication stored. Sentences stored by an earlier build are kept.</summary>
public static class PublishedGateSentences
{
    /// <summary>Renders every gate of a publication.</summary>
    public static ImmutableArray<GateResult> Render(ImmutableArray<PublishedGate> gates) =>
        gates.IsDefault ? [] : [.. gates.Select(Render)];

    /// <summary>Renders the sentence of a code; null for a code of another build.</summary>
    internal static string? Sentence(PublishedReason reason)
    {
        var words = Cut(reason.Words ?? "");
        var field = (reason.Field ?? ArticleField.Body).ToKebabCase();
        return reason.Code switch
        {
            "quote-unchecked" or "claim-unchecked" => $"{reason.Subject} {Quoted(words)} has fewer checks than the policy asks for.",
            "quote-check-lapsed" or "claim-check-lapsed" => $"{reason.Subject} {Quoted(words)} has changed since it was checked.",
            "quotation-unattributed" when reason.Quote is { } quote =>
                $"{words} is a quotation in the {field}, but {quote} has only some of these words, or more.",
            "quotation-unattributed" => $"{words} is a quotation in the {field}, but no quote has these words.",
            "quotation-unclosed" => $"{words} is beside a quotation mark without a partner in the {field}.",
            "headline-quote-unsourced" =>
                $"{words} is in quotation marks in the {field}, but no verified quote of the story has these words.",
            "note-open" => $"{reason.Subject} must be resolved, and was open.",
            "legal-clearance-missing" => "Legal was asked to clear the article and has not approved it.",
            "approvals-missing" => "The article has fewer approvals than the policy asks for.",
            "approval-covers-not" when words.Length == 0 => $"All approvers removed words from the {field}.",
            "approval-covers-not" => $"All approvers touched these words of the {field}: {words}.",
            _ => Finding(reason, words, field) ?? Approval(reason),
        };
    }

    private static GateResult Render(PublishedGate gate) =>
        new(
            gate.Gate,
            gate.Asks ?? GateList.Asks(gate.Terms ?? new GateTerms(gate.Gate)),
            gate.Outcome,
            gate.Reasons.IsDefault ? [] : [.. gate.Reasons.Select(Render)]
        );

    private static GateReason Render(PublishedReason reason) =>
        new(reason, reason.Message ?? Sentence(reason) ?? $"{reason.Subject}: {reason.Code}.");

    /// <summary>Renders adverse verdicts on a passage (<c>quote-wrong</c>) and on its words elsewhere (<c>quote-words-wrong</c>).</summary>
    private static string? Finding(PublishedReason reason, string words, string field)
    {
        foreach (var kind in Enum.GetValues<Stories.PassageKind>())
        {
            foreach (var verdict in Enum.GetValues<Stories.Verdict>())
            {
                if (reason.Code == $"{kind.ToKebabCase()}-{verdict.ToKebabCase()}")
                {
                    return $"{reason.Subject} {Quoted(words)} was found {verdict.ToKebabCase()}.";
                }

                if (reason.Code == $"{kind.ToKebabCase()}-words-{verdict.ToKebabCase()}")
                {
                    return $"{Quoted(words)} in the {field} was found {verdict.ToKebabCase()}.";
                }
            }
        }

        return null;
    }

    /// <summary>Renders missing approvals of a role (<c>legal-approval-missing</c>).</summary>
    private static string? Approval(PublishedReason reason)
    {
        var role = Enum.GetValues<Role>().Select(r => r.ToKebabCase()).FirstOrDefault(r => reason.Code == $"{r}-approval-missing");
        return role is null ? null : $"The article has fewer approvals given as {role} than the policy asks for.";
    }

    private static string Quoted(string words) => words.Length > 0 && words[0] is '“' or '„' or '«' or '"' ? words : $"“{words}”";
}
