using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Tests;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Tests;

/// <summary>The stories of the stored bundles, which cover every kind of event.</summary>
public static class GoldenStories
{
    private const string Quote = "“We will rebuild the bridge before the next winter,” said the mayor. It cost 3 million.";
    private const string Hall = "The council met on Monday in the old hall near the harbour, and the doors stayed open until midnight.";
    private const string Seats =
        "Nobody from the “opposition” came to the meeting; seven seats stayed empty from the first vote to the last.";
    private static readonly DateTimeOffset Morning = new(2026, 3, 3, 7, 0, 0, TimeSpan.FromHours(1));
    private const string Ferry = "The ferry was late twice.";

    private const string Chinese =
        "市长昨天在议会宣布新的大桥将在明年春天开放。\n\n渡轮公司表示票价不会改变。\n\n“我们将重建这座大桥，”市长说。";
    private const string Thai = "นายกเทศมนตรีประกาศเมื่อวานนี้ว่าสะพานใหม่จะเปิดในฤดูใบไม้ผลิ";
    private const string Arabic = "أعلن رئيس البلدية أمس أن الجسر الجديد سيفتح في الربيع.";
    private const string Cyrillic = "Мэр объявил вчера, что новый мост откроется весной. Паром останется.";

    /// <summary>
    /// A story with every kind of event: two editions and an editor's note, the second a correction with moved paragraphs.
    /// </summary>
    public static StorySpec EveryKindOfEvent =>
        Given([
            Drafted(Body(Quote, Hall, Seats, Ferry), "Bridge"),
            Asked(new DescribeStory { Slug = "bridge-vote", Byline = "By Rita Moe and Łukasz Żółw" }, Ed),
            Attributed("“We will rebuild the bridge before the next winter,”", attribution: "said the mayor"),
            Flagged(),
            Checked(),
            Checked("c1"),
            Dismissed("“opposition”"),
            Noted(mustResolve: true),
            Asked(new ResolveNote("n1"), Ed),
            Assigned(Rob),
            Asked(new Assign(), Ed),
            Revised(Body(Quote.Replace('“', '"').Replace('”', '"'), Hall, Seats, Ferry)),
            Revised(Body(Quote, Hall, Seats, Ferry)),
            Revised(Body(Quote.Replace("3 million", "4 million", StringComparison.Ordinal), Hall, Seats, Ferry)),
            Revised(Body(Quote, Hall, Seats, Ferry)),
            Revised(Body(Hall, Seats, Quote, Ferry)),
            Flagged(Ferry),
            Revised(Body(Hall, Seats, Quote)),
            Asked(new WithdrawClaim("c2", "It is not in the story."), Rita),
            Attributed("“opposition”", "bo"),
            Asked(new WithdrawQuote("q2", "He did not say it."), Rita),
            Asked(new RestoreRevision(1), Rita),
            Asked(new Spike("Overtaken by events."), Ed),
            Asked(new Unspike { Reason = "They were not." }, Ed),
            Submitted(),
            Approved(Ed),
            Revised(headline: "Bridges", by: Eve),
            Revised(headline: "Bridge", by: Eve),
            Asked(new WithdrawApproval { Reason = "Too early." }, Ed),
            SentBack(),
            Submitted(),
            Approved(Ed),
            Held(),
            Asked(new LiftHold("h1") { Reason = "The letter was answered." }, Ed),
            Asked(new RequestLegalReview("Check the costs."), Ed),
            Approved(Lea),
            Asked(new SetEmbargo(Start.AddYears(1)) { Reason = "The vote." }, Ed),
            Asked(new LiftEmbargo { Reason = "It was held." }, Ed),
            Flagged(Ferry),
            new GivenCommand(s => new WaiveGate(Gate.ClaimsChecked, "c3", s.PassageOf("c3")!.Fingerprint, "I was on it."), Chi),
            Asked(new Publish(), Pia),
            Revised(Body(Seats, Hall + " It rained.", Quote, Ferry)),
            Revised(
                Body(Seats, Hall + " It rained.", Quote.Replace("winter", "summer", StringComparison.Ordinal), Ferry),
                standfirst: "A vote about a bridge"
            ),
            Checked(),
            Submitted(),
            Approved(Ed),
            Approved(Lea),
            Asked(new Correct(EditionKind.Correction, "The mayor spoke of summer,\nnot of winter."), Pia),
            Asked(new Correct(EditionKind.EditorsNote, "The council published its minutes."), Pia),
        ]);

    /// <summary>A story with a plan and claimed checks.</summary>
    public static StorySpec PlannedAndClaimed =>
        Given([
            Drafted("It cost 3 million.", "Bridge"),
            Asked(new PlanStory { Due = Start.AddDays(1), Priority = Priority.High }, Ed),
            Flagged(),
            Asked(new ClaimCheck("c1"), Femi),
            Asked(new ReleaseCheck("c1"), Femi),
            Asked(new ClaimCheck("c1"), Femi),
            Checked("c1"),
            Submitted(),
            Approved(Ed),
            Approved(Lea),
            Asked(new Publish(), Pia),
        ]);

    /// <summary>A story that was confidential.</summary>
    public static StorySpec Confidential =>
        Given([
            Drafted("It cost 3 million.", "Bridge"),
            Asked(new MarkConfidential("The source is at risk.") { Readers = ["femi"] }, Ed),
            Flagged(),
            Checked("c1"),
            Asked(new LiftConfidentiality("The source agreed."), Ed),
            Submitted(),
            Approved(Ed),
            Approved(Lea),
            Asked(new Publish(), Pia),
        ]);

    /// <summary>A story that was withheld, released, retracted and killed.</summary>
    public static StorySpec TakenDown =>
        Given([
            .. Ready,
            Published(),
            Withheld(),
            Asked(new Release { Reason = "The figure is right." }, Pia),
            Withheld(),
            Retracted(),
            Noted("Tell the agency."),
            Killed(),
        ]);

    /// <summary>A story whose publication was scheduled, cancelled, scheduled again, failed, and published as scheduled.</summary>
    public static StorySpec Scheduled =>
        Given([
            .. Ready,
            Asked(new Schedule(Morning), Pia),
            Asked(new CancelSchedule { Reason = "The launch is postponed." }, Pia),
            Asked(new Schedule(Morning.AddHours(1)), Pia),
            Held(),
        ])
            .WhenDue()
            .When(new LiftHold("h1"), by: Ed)
            .When(new Schedule(Morning.AddHours(6)), by: Pia)
            .WhenDue();

    /// <summary>A fact check whose verdict was shown to readers, withdrawn, shown again, and ended by a correction of the claim.</summary>
    public static StorySpec FactChecked =>
        Given([
            .. LiveFactCheck,
            new GivenCommand(s => RatingOf(s) with { Sources = [new EvidencePlace(4, 0)], ClaimDate = new DateOnly(2026, 2, 27) }, Pia),
            Asked(new WithdrawFactCheck("c1", "The tape is of another meeting."), Chi),
            Rated(),
            Revised("The council met on Monday. It cost 4 million."),
            Checked("c1"),
            Submitted(),
            Approved(by: Ed),
            Approved(by: Lea),
            Asked(new Correct(EditionKind.Correction, "It cost 4 million."), Pia),
        ]);

    /// <summary>A story in several scripts, some without spaces between words.</summary>
    public static StorySpec ManyScripts =>
        Given([
            Drafted(Body(Chinese, Thai, Arabic, Cyrillic), "大桥"),
            Attributed("“我们将重建这座大桥，”", attribution: "市长说"),
            Flagged(Thai),
            Checked(),
            Checked("c1"),
            Revised(Body(Arabic, Chinese.Replace("明年春天", "今年秋天", StringComparison.Ordinal), Thai, Cyrillic)),
            Revised(Body(Arabic, Chinese, Thai.Replace("สะพานใหม่", "สะพานเก่า", StringComparison.Ordinal), Cyrillic)),
            Checked("c1"),
            Submitted(),
            Approved(Ed),
            Approved(Lea),
            Asked(new Publish(), Pia),
            Revised(
                Body(Cyrillic, Arabic, Chinese.Replace("渡轮公司表示票价", "渡轮公司昨晚表示所有票价", StringComparison.Ordinal)),
                "大桥与渡轮"
            ),
            Submitted(),
            Approved(Ed),
            Approved(Lea),
            Asked(new Publish { Kind = EditionKind.Update }, Pia),
        ]);

    /// <summary>Builds a ledger of a story, with people in many scripts, erased parts, and a withheld source.</summary>
    public static TestLedger LedgerOf(StorySpec spec, bool imported)
    {
        var ledger = new TestLedger(NoteSigner.Generate("newsroom.example/ledger"));
        Person(ledger, 1, "femi@newsroom", "Fẹ́mi Adéyẹmí");
        Person(ledger, 2, "rita@newsroom", "李丽塔");
        Person(ledger, 3, "ed@newsroom", "عماد الدين");
        Person(ledger, 4, "lea@newsroom", "Лея Иванова");
        Person(ledger, 5, "pia@newsroom", "ปิยะ สุขใจ");
        var speaker = Guid.Parse("00000000-0000-0000-0000-0000000000ff");
        ledger.Add("speaker_registered", speaker, 1, new SpeakerRegistered(new Speaker("ada", "A senior official", "the harbour")), "ed");
        ledger.Add("identity_sealed", speaker, 2, new IdentitySealed("ada", "AAAA"), "ed");
        var origin = new Origin("jane@example.org@git", Start.AddDays(-9), "c0ffee", "Begin\nthe story") { Path = "stories/bridge.md" };
        foreach (var (happened, stamp) in spec.Recorded)
        {
            var told = imported && happened is StoryDrafted or ArticleRevised ? happened with { Origin = origin } : happened;
            var type = StoryEvents.NameOf(told.GetType());
            ledger.Add(type, TestLedger.Story, stamp.Version, told, stamp.By.Split('@')[0], stamp.At, stamp.As);
        }

        var renamed = new FileRenamed("stories/bridge.md", "stories/bridge-vote.md") { Origin = origin };
        ledger.Add("file_renamed", TestLedger.Story, spec.Recorded.Count + 1, renamed, "adi");
        ledger.Erase(First(ledger, "fact_checked"));
        ledger.Erase(First(ledger, "person_described", of: "lea@newsroom"));
        ledger.Erase(First(ledger, "identity_sealed"), recorded: false);
        return ledger;
    }

    private static long First(TestLedger ledger, string type, string? of = null) =>
        ledger.Events.First(e => e.Record.Type == type && (of is null || (string?)e.Record.Data["id"] == of)).Record.Sequence;

    private static string Body(params string[] paragraphs) => string.Join("\n\n", paragraphs);

    private static void Person(TestLedger ledger, int number, string id, string name) =>
        ledger.Add("person_described", new Guid(number, 0, 0, new byte[8]), 1, new PersonDescribed(id, name, [Role.Reporter]), "adi");
}
