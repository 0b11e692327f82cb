using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>The recorded sentence of a refusal never contains submitted text, for all commands and members.</summary>
public sealed class RefusalProperties
{
    private const string Tried = "Zanzibar";

    private static readonly JsonSerializerOptions WithNulls = new(Storage) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    private static readonly GivenCommand Begun = Drafted($"{Bridge}\n\n{ExampleBody}");

    private static readonly StorySpec[] Stories =
    [
        Given(Begun, Attributed(), Flagged(), Noted()),
        Given(Begun, Attributed(), Flagged(), Submitted(), Checked(), Checked("c1", Verdict.Wrong), Held()),
        Given([.. Ready, Published()]),
        Given(Drafted(), Spiked()),
    ];

    // The examples of the catalog, and commands for rules that these do not reach in these stories.
    private static readonly StoryCommand[] Commands =
    [
        .. CommandCatalog.All.Select(c => ExampleOf(c) with { As = null }),
        new DraftArticle("city") { Headline = "Bridge", Slug = "bridge" },
        new DescribeStory
        {
            Desk = "kultur",
            Language = "nb",
            Slug = "other",
        },
        new AttributeQuote("“We will rebuild the bridge,”", "ada") { Quote = "q1", Attribution = "said the mayor" },
        new DismissQuotation("“We will rebuild the bridge,”", "A song."),
        new SetEmbargo(Start.AddDays(-1)),
    ];

    public static TheoryData<string> Names => [.. CommandCatalog.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_record_of_a_refusal_has_no_words_of_what_was_tried(string name)
    {
        var refusals = 0;
        foreach (var tried in Commands.Where(c => CommandCatalog.Of(c).Name == name).SelectMany(Variants))
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
                            is Decision<StoryEvent>.Refused { Refusal: var refusal }
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

    /// <summary>Returns the command, and variants with each of its texts replaced.</summary>
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
        var json = JsonSerializer.SerializeToNode(example, example.GetType(), WithNulls)!.AsObject();
        foreach (var replace in Texts(json))
        {
            foreach (var text in texts)
            {
                var tried = json.DeepClone();
                replace(tried, text);
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

    /// <summary>Ways to replace every text in a command, also those it does not give.</summary>
    private static IEnumerable<Action<JsonNode, string>> Texts(JsonNode node) =>
        node switch
        {
            JsonObject members => members
                .ToList()
                .SelectMany(m => Texts(m.Value, root => root[m.Key]!, (root, text) => root[m.Key] = text)),
            JsonArray items => items.ToList().SelectMany((item, i) => Texts(item, root => root[i]!, (root, text) => root[i] = text)),
            _ => [],
        };

    private static IEnumerable<Action<JsonNode, string>> Texts(
        JsonNode? value,
        Func<JsonNode, JsonNode> way,
        Action<JsonNode, string> replace
    ) =>
        value is null || value.GetValueKind() == JsonValueKind.String
            ? [replace]
            : Texts(value).Select(inner => (Action<JsonNode, string>)((root, text) => inner(way(root), text)));
}
