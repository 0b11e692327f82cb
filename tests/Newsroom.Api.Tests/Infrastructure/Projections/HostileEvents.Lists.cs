using System.Collections.Immutable;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Tests.Infrastructure.Projections;

/// <content>Fills lists. Each list of an event once has its maximum number of items; lists within it then have one.</content>
internal sealed partial class HostileEvents
{
    /// <summary>The number of items of a list that is in no request: it follows from the passages or events of a story.</summary>
    private const int Derived = 1_000;

    /// <summary>
    /// The characters of a list whose texts have their maximum length; the others are short, because a request is bounded.
    /// </summary>
    private const int LongTexts = 100_000;
    private const int ShortText = 8;

    private static readonly Dictionary<string, string> ListRows = new()
    {
        ["touched"] = "people",
        ["movers"] = "people",
        ["coAuthors"] = "people",
        // At most ten subjects, and the codes of one gate.
        ["codes"] = "gates",
        ["subjects"] = "gates",
    };

    private readonly List<string> lists = [];
    private bool isInFullList;
    private int charactersInList;

    /// <summary>The lists of events.</summary>
    public IReadOnlyCollection<string> Lists => lists;

    /// <summary>The lists that have had their maximum number of items.</summary>
    public HashSet<string> FullLists { get; } = [];

    private object Items(Type type, string owner, string member)
    {
        var name = $"{owner}.{member}";
        var isFull = IsToBeFull(name);
        var items = Array.CreateInstance(type, isFull ? MaxItems(member) : Few());
        items.SetValue(Make(type, owner, member), 0);
        var made = texts;
        if (isFull)
        {
            // Lists within a full list count as its texts.
            (isInFullList, charactersInList) = (true, 0);
        }

        for (var i = 1; i < items.Length; i++)
        {
            items.SetValue(isFull && type == typeof(AuthoredRange) ? Range(i) : Make(type, owner, member), i);
        }

        if (isFull)
        {
            // The scripts of later members do not depend on the number of items.
            (isInFullList, texts) = (false, made);
        }

        return typeof(ImmutableArray)
            .GetMethods()
            .Single(m => m.Name == "Create" && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(type)
            .Invoke(null, [items])!;
    }

    private int Few() => isRandom && !isInFullList ? random.Next(1, 4) : 1;

    /// <summary>Whether a list is filled: each in the events of one seed, where it first occurs.</summary>
    private bool IsToBeFull(string name)
    {
        if (!lists.Contains(name))
        {
            lists.Add(name);
        }

        return !isRandom && !isInFullList && lists.IndexOf(name) % Scripts.Length == seed && FullLists.Add(name);
    }

    private static int MaxItems(string member)
    {
        var row = ListRows.GetValueOrDefault(member, member);
        return (int)(LimitTable.All.FirstOrDefault(l => l.Unit == LimitUnit.Items && l.Member == row)?.Maximum ?? Derived);
    }

    /// <summary>Ranges in order and without overlaps, as an import requires them; one in a hundred is by several people.</summary>
    private AuthoredRange Range(int item) =>
        new(
            ArticleField.Body,
            new TextRange(opening.Length + item, opening.Length + item + 1),
            [.. Enumerable.Range(0, item % 100 == 0 ? 3 : 1).Select(_ => Text(nameof(AuthoredRange), "by"))]
        );
}
