using System.Text.Json.Nodes;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Tests.Replay;

/// <summary>Replay refuses events whose data cannot be those of their type, and never fails in another way.</summary>
public class StoryReplaySpecs
{
    private static readonly IReadOnlyList<BundledEvent> Events = TestLedger.Of(GoldenStories.EveryKindOfEvent).Events;

    private static readonly JsonNode?[] Others = [null, 7, "seven", new JsonArray(), new JsonObject()];

    public static TheoryData<string> Types =>
        [.. Events.Where(e => e.Record.Stream == TestLedger.Story).Select(e => e.Record.Type).Distinct()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Data_with_a_missing_or_another_value_are_replayed_or_refused(string type)
    {
        var whole = Events.First(e => e.Record.Type == type);
        var paths = Paths(whole.Event.Data()).ToList();
        foreach (var path in paths)
        {
            Should.NotThrow(() => IsReplayed(whole, data => Remove(data, path)), $"{type} without {path}");
            foreach (var other in Others)
            {
                Should.NotThrow(() => IsReplayed(whole, data => Replace(data, path, other)), $"{type} with {path} {other?.ToJsonString()}");
            }
        }
    }

    [Theory]
    [InlineData("story_drafted", "/article")]
    [InlineData("story_drafted", "/article/body")]
    [InlineData("article_revised", "/edits")]
    [InlineData("quote_attributed", "/speaker")]
    [InlineData("story_published", "/article/headline")]
    public void A_missing_member_is_refused_by_name(string type, string path)
    {
        var whole = Events.First(e => e.Record.Type == type);
        var refused = Should.Throw<FormatException>(() => Replay(whole, data => Remove(data, path)));
        refused.Message.ShouldContain($"'{path.Split('/')[^1]}'");
    }

    [Fact]
    public void The_story_is_replayed() => IsReplayed(Events[1], _ => { }).ShouldBeTrue();

    private static bool IsReplayed(BundledEvent whole, Action<JsonNode> damage)
    {
        try
        {
            Replay(whole, damage);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static StoryReplay Replay(BundledEvent whole, Action<JsonNode> damage)
    {
        var data = whole.Event.Data();
        damage(data);
        var damaged = whole with { Event = new Disclosure(whole.Record with { Data = data }, whole.Event.Salt, []) };
        return StoryReplay.Of(TestLedger.Story, Events.Select(e => e == whole ? damaged : e), TestContext.Current.CancellationToken);
    }

    /// <summary>Lists the places of all values, as JSON pointers.</summary>
    private static IEnumerable<string> Paths(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(m => Paths(m.Value).Prepend("").Select(path => $"/{m.Key}{path}")),
            JsonArray items => items.SelectMany((item, index) => Paths(item).Prepend("").Select(path => $"/{index}{path}")),
            _ => [],
        };

    private static void Remove(JsonNode data, string path)
    {
        var (parent, name) = ParentOf(data, path);
        if (parent is JsonArray items)
        {
            items.RemoveAt(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            parent.AsObject().Remove(name);
        }
    }

    private static void Replace(JsonNode data, string path, JsonNode? other)
    {
        var (parent, name) = ParentOf(data, path);
        if (parent is JsonArray items)
        {
            items[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] = other?.DeepClone();
        }
        else
        {
            parent[name] = other?.DeepClone();
        }
    }

    private static (JsonNode Parent, string Name) ParentOf(JsonNode data, string path)
    {
        var names = path[1..].Split('/');
        return (names[..^1].Aggregate(data, Child), names[^1]);
    }

    private static JsonNode Child(JsonNode parent, string name) =>
        parent is JsonArray items ? items[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : parent[name]!;
}
