using System.Collections.Immutable;
using System.Text;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Tests.Infrastructure.Projections;

/// <content>Fills texts, articles and edits.</content>
internal sealed partial class HostileEvents
{
    private const int Large = 10_000;
    private const int EditedCharacters = 200;

    /// <summary>The limits of members that have another name in events than in requests.</summary>
    private static readonly Dictionary<string, string> Rows = new()
    {
        ["was"] = "words",
        ["now"] = "words",
        ["read"] = "words",
        ["phrase"] = "name",
        ["mediaType"] = "name",
        ["key"] = "sha256",
        ["restoredWords"] = "words",
        ["attributionWords"] = "attribution",
        ["leftInReview"] = "desk",
        ["Desk.id"] = "desk",
        ["Speaker.id"] = "speaker",
        ["Subscriber.id"] = "subscriber",
        ["Subscriber.desks"] = "name",
        ["Subscriber.languages"] = "language",
        ["pauseReason"] = "reason",
        ["PersonDescribed.id"] = "person",
        ["checker"] = "person",
        ["approver"] = "person",
        ["touched"] = "person",
        ["by"] = "person",
        ["people"] = "person",
        ["readers"] = "person",
        ["acted"] = "person",
        ["what"] = "name",
        ["onlyBy"] = "person",
        ["notBy"] = "person",
        ["requestedBy"] = "person",
        ["author"] = "person",
        ["movers"] = "person",
        ["coAuthors"] = "person",
        ["from"] = "path",
        ["to"] = "path",
        ["PublishedReason.message"] = "reason",
        ["why"] = "reason",
        ["asks"] = "reason",
        ["code"] = "name",
        ["codes"] = "name",
        ["subjects"] = "subject",
        ["command"] = "name",
        ["request"] = "sha256",
        ["sealed"] = "excerpt",
        ["StoryCorrected.note"] = "Correct.note",
        ["Desk.ratings"] = "rating",
    };

    /// <summary>Names that refer to one thing throughout the events of one seed.</summary>
    private static readonly HashSet<string> Shared = ["desk", "speaker", "subscriber", "quote", "claim", "note", "hold", "person"];

    private static readonly string[] PassageKinds = ["quote", "claim"];

    private string Text(string owner, string member)
    {
        var row = Rows.GetValueOrDefault($"{owner}.{member}") ?? Rows.GetValueOrDefault(member) ?? member;
        row = row == "passage" ? PassageKinds[texts % 2] : row;
        var name = $"{owner}.{member}";
        var limit = LimitTable.The(row);
        if (!Shared.Contains(row) || isInFullList)
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
        var bound = limit.Maximum > Large && !IsLargeNow() ? limit with { Maximum = Large } : limit;
        if (isInFullList && charactersInList > LongTexts)
        {
            bound = limit with { Maximum = Math.Min(limit.Maximum, ShortText) };
        }

        var isMixed = isRandom && !Shared.Contains(limit.Member) && limit.Member != "slug";
        var text = isMixed ? Mixed(bound, begins) : HostileText.Filling(bound, script, from, begins);
        charactersInList += text.Length;
        return (text, script);
    }

    /// <summary>
    /// Whether a large member is filled now: with one or two seeds only, and with other seeds, in other scripts, from member to
    /// member.
    /// </summary>
    private bool IsLargeNow() => !isRandom && (seed + (2 * texts)) % Scripts.Length == 0;

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
        new(
            Field("headline", opening),
            Field("standfirst", opening),
            Field("body", opening),
            Field("byline", ""),
            Field("dateline", "")
        );

    private string Field(string member, string begins)
    {
        var limit = LimitTable.The(member);
        var (text, script) = Fresh(limit, begins);
        return Noted($"Article.{member}", text, script, limit);
    }

    /// <summary>Replaces each text after its opening with a text of the same size in another script.</summary>
    private ArticleEdits Revise()
    {
        article ??= NewArticle();
        var revision = new ArticleEdits(Edit(article.Headline), Edit(article.Standfirst), Edit(article.Body));
        article = revision.Apply(article);
        return revision;
    }

    private ImmutableArray<TextEdit> Edit(string text)
    {
        var end = IsLargeNow() ? text.Length : Math.Min(text.Length, opening.Length + EditedCharacters);
        end -= end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        var remove = text[opening.Length..end];
        var limit = new Limit("insert", LimitUnit.Bytes, 0, Encoding.UTF8.GetByteCount(remove));
        var script = Scripts[(seed + texts++) % Scripts.Length];
        return remove.Length == 0
            ? []
            : [new TextEdit(opening.Length, remove, HostileText.Filling(limit, script, random.Next(1_000_000)))];
    }

    /// <summary>Attributes all words inserted into the body to other people and places.</summary>
    private ImmutableArray<CarriedWords> Carried() =>
        edits.Body.IsEmpty
            ? []
            :
            [
                new CarriedWords(
                    ArticleField.Body,
                    opening.Length,
                    new Blame(
                        [
                            new BlameSpan(edits.Body[0].Insert.Length, Text(nameof(BlameSpan), "author"), 1)
                            {
                                Movers = (ImmutableArray<string>)Items(typeof(string), nameof(BlameSpan), "movers"),
                                CoAuthors = (ImmutableArray<string>)Items(typeof(string), nameof(BlameSpan), "coAuthors"),
                            },
                        ],
                        [new Seam(0, Text(nameof(Seam), "author"), 1)]
                    )
                ),
            ];
}
