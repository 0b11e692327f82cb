using System.Collections.Immutable;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Proposes quotations for dismissal because another story dismissed the same words.</summary>
public sealed class RememberedPhrases
{
    private readonly Dictionary<string, DismissedPhrase> latest = [];

    /// <summary>Collects phrases, without dismissals of the story itself.</summary>
    /// <param name="story">The story whose quotations are proposed.</param>
    /// <param name="dismissed">Phrases dismissed in any story.</param>
    public RememberedPhrases(Guid story, IEnumerable<DismissedPhrase> dismissed)
    {
        foreach (var phrase in dismissed.Where(p => p.Story != story).OrderBy(p => p.At))
        {
            latest[phrase.Key] = phrase;
        }
    }

    /// <summary>Lists the keys of unattributed quotations.</summary>
    public static IEnumerable<Fingerprint> KeysOf(IEnumerable<QuotedWords> quoted) =>
        quoted.Select(q => q.Phrase).OfType<Fingerprint>().Distinct();

    /// <summary>Lists the keys of the reasons of failed gates.</summary>
    public static IEnumerable<Fingerprint> KeysOf(IEnumerable<GateResult> gates) =>
        gates.SelectMany(g => g.Reasons).Select(r => r.Phrase).OfType<Fingerprint>().Distinct();

    /// <summary>Adds earlier dismissals of the same words; other proposals are kept.</summary>
    public ImmutableArray<QuotedWords> Propose(ImmutableArray<QuotedWords> quoted) =>
        [
            .. quoted.Select(q =>
                Find(q.Phrase) is { } before
                    ? q with
                    {
                        Proposal = q.Proposal ?? QuotationProposal.DismissedBefore,
                        DismissedBefore = before,
                    }
                    : q
            ),
        ];

    /// <summary>Adds earlier dismissals of the same words to the reasons of failed gates.</summary>
    public ImmutableArray<GateResult> Propose(ImmutableArray<GateResult> gates) =>
        [.. gates.Select(g => g with { Reasons = [.. g.Reasons.Select(Propose)] })];

    private GateReason Propose(GateReason reason) =>
        Find(reason.Phrase) is { } before
            ? reason with
            {
                Message =
                    $"{reason.Message} {GateSentences.Person(before.By)} dismissed these words in {before.Slug}: "
                    + $"{GateSentences.Given(before.Reason)} "
                    + "dismiss-proposed dismisses them here too.",
                Proposal = reason.Proposal ?? QuotationProposal.DismissedBefore,
                DismissedBefore = before,
            }
            : reason;

    private DismissedPhrase? Find(Fingerprint? key) => key is { } phrase ? latest.GetValueOrDefault(phrase.Hex) : null;
}
