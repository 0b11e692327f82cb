using System.Collections.Concurrent;
using CsCheck;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Tests.Text.Properties;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>For any commands in any order, some refused: checks match their words, and no person checks their own.</summary>
public sealed class StoryProperties
{
    private const string First =
        "“We will rebuild the bridge,” said Berg.\n\nIt fell in May. It cost 3 million. “Nobody was hurt in any way,” said Lund.";

    private static readonly string[] Vocabulary =
    [
        "rain",
        "fell",
        "It",
        "the",
        "bridge,”",
        "“We",
        "will",
        "said",
        "Berg.",
        "4",
        "hurt",
        "May.\n\n",
        "—",
    ];
    private static readonly Actor Mia = Actor.Of("mia", Role.Reporter, Role.Editor, Role.FactChecker, Role.Legal);
    private static readonly Actor[] Everybody = [Rita, Rob, Ed, Femi, Lea, Max, Mia];

    private enum Act
    {
        Replace,
        Insert,
        Remove,
        Move,
        Restore,
        Stale,
        Attribute,
        Reattribute,
        Flag,
        Check,
        CheckAgain,
        Approve,
        Submit,
        RequestChanges,
    }

    [Fact]
    public void Checks_are_of_current_words_and_never_by_their_writers()
    {
        var accepted = new ConcurrentDictionary<Act, int>();
        Gen.Select(Gen.Enum<Act>(), Gen.Int[0, Everybody.Length - 1], Gen.Int[0, 40], Gen.Int[0, 40])
            .Array[5, 30]
            .Sample(
                steps =>
                {
                    var told = new Record(Given(Drafted(First, by: Max), Assigned(Rob)));
                    foreach (var (act, who, one, other) in steps)
                    {
                        if (told.Do(act, Everybody[who], one, other))
                        {
                            accepted.AddOrUpdate(act, 1, (_, count) => count + 1);
                        }
                    }
                },
                iter: Cases
            );
        accepted.Keys.ShouldBe(Enum.GetValues<Act>(), ignoreOrder: true);
        accepted.Values.Sum().ShouldBeGreaterThan(Cases);
    }

    /// <summary>The story, and a reference model of its state.</summary>
    private sealed class Record(StorySpec spec)
    {
        private readonly List<(long Version, ReferenceBlame Blame)> blames = [(1, new(First, Max.Person))];
        private readonly Dictionary<string, HashSet<string>> attributedBy = [];
        private readonly Dictionary<(string Passage, long Version), string> judged = [];
        private readonly List<(long Version, string Text)> texts = [(1, First)];

        private ReferenceBlame Blame => blames[^1].Blame;

        /// <summary>Returns whether the command was accepted.</summary>
        public bool Do(Act act, Actor by, int one, int other)
        {
            if (
                Command(act, one, other) is not { } asked
                || CommandCatalog.Of(asked).Roles.Where(by.Is).ToList() is not { Count: > 0 } roles
            )
            {
                return false;
            }

            var before = spec.Story;
            spec.When(roles.Count > 1 ? asked with { As = roles[other % roles.Count] } : asked, by);
            if (spec.Story == before)
            {
                return false;
            }

            Note(by.Person);
            Compare();
            return true;
        }

        private StoryCommand? Command(Act act, int one, int other)
        {
            var body = spec.Text.Article.Body;
            var words = body.Split(' ');
            var at = one % words.Length;
            var passages = spec.Story.Passages;
            var passage = passages.IsEmpty ? null : passages[one % passages.Length];
            return act switch
            {
                Act.Replace => Revise([.. words[..at], Vocabulary[other % Vocabulary.Length], .. words[(at + 1)..]]),
                Act.Insert => Revise([.. words[..at], Vocabulary[other % Vocabulary.Length], .. words[at..]]),
                Act.Remove => Revise([.. words[..at], .. words[Math.Min(words.Length, at + 1 + (other % 3))..]]),
                Act.Move => Revise([.. words[at..], .. words[..at]]),
                Act.Restore when one % 2 == 0 => new ReviseArticle { Body = texts[one % texts.Count].Text },
                Act.Restore => new RestoreRevision(1 + (one % spec.Story.Version)),
                Act.Stale when texts[one % texts.Count] is var (version, text) => new ReviseArticle
                {
                    Body = string.Join(
                        ' ',
                        text.Split(' ') is var old
                            ? [.. old[..(one % old.Length)], Vocabulary[other % Vocabulary.Length], .. old[(one % old.Length)..]]
                            : []
                    ),
                } with
                {
                    BasedOn = version,
                },
                Act.Attribute => Attribute(body, other % 4, one, null),
                Act.Reattribute when passage is not null => Attribute(body, other % 4, one, passage.Id),
                Act.Flag => new FlagClaim(Run(words, at, 1 + (other % 5))) { Start = Offset(words, at) },
                Act.Check or Act.CheckAgain when passage is not null => CheckOf(spec.Story, passage.Id, (Verdict)(other % 4)),
                Act.Approve => new Approve(spec.Story.Fingerprint),
                Act.Submit => new SubmitForReview(),
                Act.RequestChanges => new RequestChanges("Shorter."),
                _ => null,
            };
        }

        private static ReviseArticle Revise(string[] words) => new() { Body = string.Join(' ', words) };

        private static AttributeQuote? Attribute(string body, int nth, int one, string? quote)
        {
            var found = QuotationFinder.Find(body, "en").Where(q => q.IsClosed && !q.IsTerm(4)).Select(q => q.Range).ToList();
            return found.Count == 0
                ? null
                : new AttributeQuote(found[nth % found.Count].Of(body), one % 2 == 0 ? "ada" : "bo")
                {
                    Quote = quote,
                    Start = found[nth % found.Count].Start,
                    Attribution = one % 3 == 0 ? null : "said",
                };
        }

        private static string Run(string[] words, int at, int count) => string.Join(' ', words[at..Math.Min(words.Length, at + count)]);

        private static int Offset(string[] words, int at) => words[..at].Sum(w => w.Length + 1);

        private void Note(string by)
        {
            foreach (var happened in spec.Happened)
            {
                switch (happened)
                {
                    case ArticleRevised e:
                        var revised = Blame.Copy();
                        revised.Apply(e.Edits.Body, by, Carried(e));
                        blames.Add((spec.Text.WordedIn, revised));
                        texts.Add((spec.Story.Version, spec.Text.Article.Body));
                        break;
                    case QuoteAttributed e:
                        attributedBy.TryAdd(e.Quote, []);
                        attributedBy[e.Quote].Add(by);
                        break;
                    case FactChecked e:
                        var passage = spec.Story.PassageOf(e.Passage)!;
                        judged[(e.Passage, spec.Story.Version)] = Shown(passage);
                        Blame.Touched(passage.Range).ShouldNotContain(by, $"{by} checked words they touched: {Told}");
                        if (passage.Attribution is { } attribution)
                        {
                            Blame.Touched(attribution).ShouldNotContain(by, $"{by} checked an attribution they touched: {Told}");
                        }

                        (attributedBy.TryGetValue(e.Passage, out var attributors) && attributors.Contains(by)).ShouldBeFalse(
                            $"{by} checked a quote they attributed: {Told}"
                        );
                        break;
                    case StoryApproved:
                        by.ShouldNotBe(Max.Person, $"{by} approved a story they drafted: {Told}");
                        break;
                }
            }
        }

        private void Compare()
        {
            foreach (var passage in spec.Story.Passages)
            {
                foreach (var check in passage.StandingChecks)
                {
                    judged[(passage.Id, check.Version)].ShouldBe(Shown(passage), Told);
                }
            }

            var behindIt = spec.Story.Approvals.Where(a => a.Standing).Select(a => a.By).Except([Max.Person]).Distinct().ToList();
            var gate = spec.Gates.Single(g => g.Gate == Gate.Approvals);
            (
                gate.Outcome == GateOutcome.Failed || (behindIt.Count >= 2 && Blame.IsCoveredBy(behindIt, spec.Text.Article.Body))
            ).ShouldBeTrue($"{string.Join(" and ", behindIt)} do not cover every word: {Told}");
        }

        /// <summary>Lists inserted words that were moved or restored.</summary>
        private IEnumerable<(int At, ReferenceBlame From, TextRange Range)> Carried(ArticleRevised e) =>
            e.RestoredFrom is { } version
                ? e
                    .Edits.Body.Invert()
                    .Where(edit => edit.Remove.Length > 0)
                    .Select(edit => (edit.At, blames.Last(b => b.Version <= version).Blame, new TextRange(edit.At, edit.End)))
                : ReferenceMoves.In(e.Edits, ArticleField.Body).Select(moved => (moved.At, Blame, moved.From));

        private string Told => string.Join("; ", spec.History);

        private string Shown(Passage passage) => $"{passage.Speaker} {Normaliser.Normalise(passage.Shown(spec.Text.Article.Body))}";
    }
}
