using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Newsroom.Api.Hosting;
using Newsroom.Api.Replay;
using Newsroom.Domain.Articles;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Erasing;
using Newsroom.Domain.People;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using static Newsroom.Domain.Stories.StoryEvent;
using Record = Newsroom.Api.Hosting.Record;

namespace Newsroom.Api.Tests.Views;

/// <summary>
/// Makes the events of one story and of the desk, person, speaker and erasure beside it, member by member from their types.
/// Each text fills its limit in one script; with every seed each member is in the next script.
/// Random events have texts of any length and mixed scripts.
/// </summary>
internal sealed class HostileEvents(int seed, bool isRandom)
{
    private const int Large = 10_000;
    private const int EditedCharacters = 200;

    /// <summary>The limits of members that are called otherwise in events than in requests.</summary>
    private static readonly Dictionary<string, string> Rows = new()
    {
        ["was"] = "words",
        ["now"] = "words",
        ["read"] = "words",
        ["phrase"] = "name",
        ["key"] = "sha256",
        ["restoredWords"] = "words",
        ["attributionWords"] = "attribution",
        ["leftInReview"] = "desk",
        ["Desk.id"] = "desk",
        ["Speaker.id"] = "speaker",
        ["PersonDescribed.id"] = "person",
        ["checker"] = "person",
        ["approver"] = "person",
        ["touched"] = "person",
        ["by"] = "person",
        ["people"] = "person",
        ["onlyBy"] = "person",
        ["notBy"] = "person",
        ["requestedBy"] = "person",
        ["author"] = "person",
        ["movers"] = "person",
        ["coAuthors"] = "person",
        ["from"] = "path",
        ["to"] = "path",
        ["GateReason.message"] = "reason",
        ["why"] = "reason",
        ["asks"] = "reason",
        ["code"] = "name",
        ["command"] = "name",
        ["request"] = "sha256",
        ["sealed"] = "excerpt",
        ["StoryCorrected.note"] = "Correct.note",
    };

    /// <summary>Names that refer to one thing throughout the events of one seed.</summary>
    private static readonly HashSet<string> Shared = ["desk", "speaker", "quote", "claim", "note", "hold", "person"];

    private static readonly HashSet<Type> Imported =
        [typeof(StoryDrafted), typeof(ArticleRevised), typeof(StorySpiked), typeof(StoryUnspiked), typeof(FileRenamed)];

    private static readonly Type[] First =
        [typeof(StoryDrafted), typeof(QuoteAttributed), typeof(ClaimFlagged), typeof(FactChecked), typeof(StoryApproved)];

    /// <summary>Leaves the story with passages, notes and holds in review: what worklists show.</summary>
    private static readonly Type[] Last =
    [
        typeof(StoryUnspiked), typeof(QuoteAttributed), typeof(ClaimFlagged), typeof(FactChecked), typeof(NoteAdded), typeof(HoldPlaced),
        typeof(EmbargoSet), typeof(StorySubmitted),
    ];

    private static readonly string[] PassageKinds = ["quote", "claim"];

    private readonly Random random = new(seed);
    private readonly NullabilityInfoContext nullability = new();
    private readonly Dictionary<string, (string Text, string Script)> shared = [];
    private readonly string opening = HostileText.Of(Scripts[seed % Scripts.Length], 150);
    private readonly Guid erasure = Guid.NewGuid();
    private Article? article;
    private ArticleEdits edits = new([], [], []);
    private int texts;
    private int editions;

    /// <summary>The scripts of texts.</summary>
    public static ImmutableArray<string> Scripts { get; } =
    [
        "distinct words", "one word", "ideographs without spaces", "japanese without spaces", "thai without spaces", "arabic", "hebrew",
        "devanagari with signs", "hangul", "emoji sequences", "combining marks", "supplementary planes",
    ];

    /// <summary>The members filled so far, and in which script.</summary>
    public HashSet<(string Member, string Script)> Filled { get; } = [];

    /// <summary>The members that have been as long as they can be.</summary>
    public HashSet<string> AtLimit { get; } = [];

    /// <summary>The story.</summary>
    public Guid Story { get; } = Guid.NewGuid();

    /// <summary>Who records the events.</summary>
    public string Actor => Text("Stamp", "by");

    /// <summary>Makes the events, by stream, in the order to append them.</summary>
    public IEnumerable<(Guid Stream, object[] Events)> Streams()
    {
        var others = Storage.Events.Where(e => !e.Value.IsSubclassOf(typeof(StoryEvent))).Select(e => Make(e.Value, "", "")!).ToList();
        foreach (var stream in others.GroupBy(StreamOf))
        {
            yield return (stream.Key, [.. stream]);
        }

        yield return (Story, [.. StoryTypes().Select(t => Make(t, "", "")!)]);
    }

    private IEnumerable<Type> StoryTypes()
    {
        var rest = StoryEvents.ByName.Values.Except(First).ToArray();
        if (isRandom)
        {
            return [.. First, .. random.GetItems(rest, 60), .. Last];
        }

        // Fills up to a keyframe with events that change nothing.
        var more = Math.Max(0, Keyframe.Distance - First.Length - rest.Length - Last.Length);
        var ordered = rest.OrderBy(t => t.Name.EndsWith("Withdrawn", StringComparison.Ordinal));
        return [.. First, .. ordered, .. Enumerable.Repeat(typeof(NoteResolved), more), .. Last];
    }

    private Guid StreamOf(object happened) => happened switch
    {
        DeskDefined e => Record.StreamOf("desk", e.Desk.Id),
        PolicyEvent e => Record.StreamOf("policies", e.Desk),
        PersonDescribed e => Record.StreamOf("person", e.Id),
        SpeakerRegistered or IdentitySealed or IdentityRevealed => Record.StreamOf("speaker", shared["speaker"].Text),
        ErasureEvent => erasure,
        _ => Record.StreamOf("refusals", Story.ToString()),
    };

    private object? Make(Type type, string owner, string member) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Make(inner, owner, member),
        _ when type == typeof(string) => Text(owner, member),
        _ when type == typeof(Article) => article ??= NewArticle(),
        _ when type == typeof(ArticleEdits) => edits = owner == nameof(ArticleRevised) ? Revise() : edits,
        _ when type == typeof(ImmutableArray<CarriedWords>) => Carried(),
        _ when type == typeof(Fingerprint) => new Fingerprint(new string("abc"[texts % 3], 64)),
        _ when type == typeof(TextRange) => new TextRange(0, opening.Length),
        _ when type == typeof(Guid) => member == "erasure" ? erasure : Story,
        _ when type == typeof(DateTimeOffset) => Year(LimitTable.The("until")),
        _ when type == typeof(bool) => !isRandom || random.Next(2) == 0,
        _ when type == typeof(int) => Number(owner, member),
        _ when type == typeof(long) => 1L,
        { IsEnum: true } => Enum.GetValues(type) is var values ? values.GetValue((seed + texts) % values.Length) : null,
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) =>
            Items(type.GetGenericArguments()[0], owner, member),
        _ => Members(type),
    };

    private DateTimeOffset Year(Limit limit) => texts % 2 == 0
        ? new DateTimeOffset((int)limit.Minimum, 1, 1, 0, 0, 0, TimeSpan.Zero)
        : new DateTimeOffset((int)limit.Maximum, 12, 31, 23, 59, 59, TimeSpan.Zero);

    private int Number(string owner, string member) => member switch
    {
        "edition" => ++editions,
        // The policy in force is not the one rejected.
        "version" when owner == nameof(PolicyEvent.PolicyRejected) => 2,
        "minimum" or "count" => int.MaxValue,
        "fewestWords" => int.MinValue,
        _ => 1,
    };

    private object Items(Type type, string owner, string member)
    {
        var items = Array.CreateInstance(type, isRandom ? random.Next(1, 4) : 1);
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Make(type, owner, member), i);
        }

        return typeof(ImmutableArray).GetMethods().Single(m => m.Name == "Create" && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(type).Invoke(null, [items])!;
    }

    private object Members(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        var made = constructor.Invoke([.. parameters.Select(p =>
            IsLeftOut(nullability.Create(p)) ? null : Make(p.ParameterType, type.Name, JsonNamingPolicy.CamelCase.ConvertName(p.Name!)))]);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is not null && parameters.All(c => c.Name != p.Name)))
        {
            var isLeftOut = property.PropertyType == typeof(Origin)
                ? !Imported.Contains(type) || (isRandom && random.Next(4) > 0)
                : IsLeftOut(nullability.Create(property));
            var member = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            property.SetValue(made, isLeftOut ? null : Make(property.PropertyType, type.Name, member));
        }

        return made;
    }

    private bool IsLeftOut(NullabilityInfo member) => isRandom && member.ReadState == NullabilityState.Nullable && random.Next(3) == 0;

    private string Text(string owner, string member)
    {
        var row = Rows.GetValueOrDefault($"{owner}.{member}") ?? Rows.GetValueOrDefault(member) ?? member;
        row = row == "passage" ? PassageKinds[texts % 2] : row;
        var name = $"{owner}.{member}";
        var limit = LimitTable.The(row);
        if (!Shared.Contains(row))
        {
            var (text, script) = Fresh(limit, row == "words" ? opening : "");
            return Noted(name, text, script, limit);
        }

        if (!shared.TryGetValue(row, out var known))
        {
            shared[row] = known = Fresh(limit, "");
        }

        return Noted(name, known.Text, known.Script, limit);
    }

    private string Noted(string member, string text, string script, Limit limit)
    {
        Filled.Add((member, script));
        // One more word would be too much.
        if (!limit.Allows(text + "\U0001F300"))
        {
            AtLimit.Add(member);
        }

        return text;
    }

    private (string Text, string Script) Fresh(Limit limit, string begins)
    {
        var script = Scripts[(seed + texts++) % Scripts.Length];
        var from = (seed * 100_003) + (texts * 37);
        var most = limit.Maximum > Large && !IsLargeNow(limit.Member == "body" ? 3 : 1) ? limit with { Maximum = Large } : limit;
        var isMixed = isRandom && !Shared.Contains(limit.Member) && limit.Member != "slug";
        return (isMixed ? Mixed(most, begins) : HostileText.Filling(most, script, from, begins), script);
    }

    /// <summary>Whether a large member is filled now: with some seeds only, and with other seeds, in other scripts, from member to member.</summary>
    private bool IsLargeNow(int seeds) => !isRandom && (seed + (2 * texts)) % (Scripts.Length / seeds) == 0;

    private string Mixed(Limit limit, string begins)
    {
        var text = new StringBuilder(begins);
        for (var words = random.Next(1, 20); words > 0; words--)
        {
            var piece = new Limit("", LimitUnit.Characters, 0, random.Next(1, 1 + (int)(limit.Maximum / 10)));
            text.Append(HostileText.Filling(piece, random.GetItems(Scripts.AsSpan(), 1)[0], random.Next(1_000_000)));
        }

        return limit.Allows(text.ToString()) ? text.ToString() : limit.Cut(text.ToString());
    }

    private Article NewArticle() =>
        new(Field("headline", opening), Field("standfirst", opening), Field("body", opening), Field("byline", ""), Field("dateline", ""));

    private string Field(string member, string begins)
    {
        var limit = LimitTable.The(member);
        var (text, script) = Fresh(limit, begins);
        return Noted($"Article.{member}", text, script, limit);
    }

    /// <summary>Replaces what stands behind the opening of each text by as much, in another script.</summary>
    private ArticleEdits Revise()
    {
        article ??= NewArticle();
        var revision = new ArticleEdits(Edit(article.Headline), Edit(article.Standfirst), Edit(article.Body));
        article = revision.Apply(article);
        return revision;
    }

    private ImmutableArray<TextEdit> Edit(string text)
    {
        var end = IsLargeNow(1) ? text.Length : Math.Min(text.Length, opening.Length + EditedCharacters);
        end -= end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        var remove = text[opening.Length..end];
        var limit = new Limit("insert", LimitUnit.Bytes, 0, Encoding.UTF8.GetByteCount(remove));
        var script = Scripts[(seed + texts++) % Scripts.Length];
        return remove.Length == 0 ? [] : [new TextEdit(opening.Length, remove, HostileText.Filling(limit, script, random.Next(1_000_000)))];
    }

    /// <summary>Says of all words put into the body that others wrote them elsewhere.</summary>
    private ImmutableArray<CarriedWords> Carried() => edits.Body.IsEmpty ? [] :
    [
        new CarriedWords(ArticleField.Body, opening.Length, new Blame(
            [
                new BlameSpan(edits.Body[0].Insert.Length, Text(nameof(BlameSpan), "author"), 1)
                {
                    Movers = [Text(nameof(BlameSpan), "movers")],
                    CoAuthors = [Text(nameof(BlameSpan), "coAuthors")],
                },
            ],
            [new Seam(0, Text(nameof(Seam), "author"), 1)])),
    ];
}
