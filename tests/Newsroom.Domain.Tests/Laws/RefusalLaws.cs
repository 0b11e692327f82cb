using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Laws;

/// <summary>Whatever somebody tried to write, wherever in a command, the sentence that the record keeps of its refusal does not show it.</summary>
public sealed class RefusalLaws
{
    private const string Tried = "Zanzibar";

    private static readonly StorySpec[] Stories =
    [
        Given(Drafted(), Attributed(), Flagged(), Noted()),
        Given(Drafted(), Attributed(), Flagged(), Submitted(), Checked(), Checked("c1", Verdict.Wrong), Held()),
        Given([.. Ready, Published()]),
        Given(Drafted(), Spiked()),
    ];

    private static readonly Fingerprint SomeFingerprint = Fingerprint.Of("some");

    private static readonly StoryCommand[] Commands =
    [
        new DraftArticle("city")
        {
            Headline = "Bridge",
            Standfirst = "It falls",
            Body = "Down.",
            Byline = "By Rita Moe",
            Dateline = "HARBOUR",
            Language = "en",
            Slug = "bridge",
        },
        new DescribeStory
        {
            Desk = "kultur",
            Language = "nb",
            Byline = "By Rob",
            Dateline = "TOWN",
            Slug = "other",
        },
        new ReviseArticle
        {
            Headline = "Bridges",
            Standfirst = "It fell",
            Body = "Down and out.",
        },
        new RestoreRevision(1),
        new AttributeQuote("“We will rebuild the bridge,”", "ada") { Quote = "q1", Attribution = "said the mayor" },
        new FlagClaim("It cost 3 million."),
        new WithdrawQuote("q1", "A paraphrase."),
        new WithdrawClaim("c1", "An opinion."),
        new DismissQuotation("“We will rebuild the bridge,”", "A song."),
        new DismissProposed("Songs.") { Proposal = QuotationProposal.Work },
        new FactCheck("q1", SomeFingerprint, Verdict.Verified)
        {
            Method = "Listened.",
            Evidence =
            [
                new EvidenceItem(EvidenceKind.Recording, "Tape 4")
                {
                    Url = "https://tapes.example/4",
                    Locator = "00:01",
                    Excerpt = "We will",
                },
            ],
            Reason = "It is so.",
        },
        new AddNote("Who says so?") { Passage = "q1" },
        new ResolveNote("n1"),
        new Assign { Assignee = "rob" },
        new SubmitForReview(),
        new RequestChanges("Shorter."),
        new RequestLegalReview("Names a minor."),
        new Approve(SomeFingerprint),
        new WithdrawApproval { Reason = "New facts." },
        new PlaceHold("A letter."),
        new LiftHold("h1") { Reason = "Answered." },
        new SetEmbargo(Start.AddDays(-1)) { Reason = "As agreed." },
        new LiftEmbargo { Reason = "It is out." },
        new WaiveGate(Gate.QuotesVerified, "q1", SomeFingerprint, "It cannot wait."),
        new Publish(),
        new Correct(EditionKind.Correction, "It cost 4 million."),
        new Spike("Overtaken."),
        new Unspike { Reason = "After all." },
    ];

    public static TheoryData<string> Names => [.. CommandCatalog.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_record_of_a_refusal_has_no_words_of_what_was_tried(string name)
    {
        var example = Commands.Single(c => CommandCatalog.Of(c).Name == name);
        var refusals = 0;
        foreach (var tried in Variants(example))
        {
            foreach (var story in Stories)
            {
                foreach (var actor in new[] { Rita, Rob, Ed, Femi, Lea, Pia, Chi, Uma })
                {
                    if (
                        story.Decide(
                            CommandCatalog.Of(tried).Precondition == Precondition.Version
                                ? tried with
                                {
                                    BasedOn = story.Story.Version,
                                }
                                : tried,
                            actor
                        )
                            is Decision.Refused { Refusal: var refusal }
                        && CommandRefused.IsKept(refusal)
                    )
                    {
                        refusals++;
                        refusal.Recorded.ShouldNotContain(Tried, Case.Insensitive, $"{refusal.Code} of {tried}");
                    }
                }
            }
        }

        refusals.ShouldBePositive();
    }

    /// <summary>The command as it is, and with each of its texts replaced in several ways.</summary>
    private static IEnumerable<StoryCommand> Variants(StoryCommand example)
    {
        yield return example;
        string[] texts =
        [
            Tried,
            Tried.ToLowerInvariant(),
            $"“{Tried} is ours,” she said.",
            $"<b>{Tried}</b>",
            $"{Tried} \u202E{Tried}",
            $"\uD800{Tried}",
            $"{Tried}\0",
            $"said {Tried}",
        ];
        var json = JsonSerializer.SerializeToNode(example, example.GetType(), Storage)!.AsObject();
        foreach (var path in Texts(json))
        {
            foreach (var text in texts)
            {
                var tried = json.DeepClone();
                path(tried).ReplaceWith(text);
                StoryCommand? command;
                try
                {
                    command = (StoryCommand?)tried.Deserialize(example.GetType(), Storage);
                }
                catch (JsonException)
                {
                    continue; // Not a text: a verdict, a fingerprint, an instant.
                }

                yield return command!;
            }
        }
    }

    /// <summary>Ways to every text in a command.</summary>
    private static IEnumerable<Func<JsonNode, JsonNode>> Texts(JsonNode node) =>
        node switch
        {
            JsonObject members => members.SelectMany(m =>
                m.Value is null ? [] : Texts(m.Value).Select(way => (Func<JsonNode, JsonNode>)(root => way(root[m.Key]!)))
            ),
            JsonArray items => items.SelectMany((item, i) => Texts(item!).Select(way => (Func<JsonNode, JsonNode>)(root => way(root[i]!)))),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => [root => root],
            _ => [],
        };
}
