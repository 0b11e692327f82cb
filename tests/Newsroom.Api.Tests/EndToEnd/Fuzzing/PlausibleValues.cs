using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Newsroom.Api.Tests.EndToEnd.Fuzzing;

/// <summary>Generates values that a member accepts, from its schema and name, so that many requests pass validation.</summary>
internal sealed class PlausibleValues(Random random, TimeProvider clock, JsonNode schemas, IReadOnlyList<Guid> stories)
{
    private static readonly string[] Sentences =
    [
        "The council decided on Monday.",
        "“We have waited long enough,” said the mayor.",
        "It cost 3 million.",
        "市长说：“我们将在冬天之前建好这堵墙”。",
        "„Wir bauen die Mauer noch vor dem Winter“, sagte sie.",
        "*Nobody* knows.",
        "> Quoted.",
        "- One\n- Two",
        "Ships &amp; boats.",
        "[A link](https://example.org).",
    ];

    private readonly Dictionary<string, string> fingerprints = [];

    /// <summary>The current fingerprints of a story, for checks and approvals.</summary>
    public void Remember(string name, string fingerprint) => fingerprints[name] = fingerprint;

    /// <summary>A value of a schema as raw JSON.</summary>
    public string Json(JsonNode schema, string name, int depth = 0)
    {
        schema = Resolved(schema);
        if (schema["enum"] is JsonArray words)
        {
            return Pick(words.Where(w => w is not null).ToList())!.ToJsonString();
        }

        return TypeOf(schema) switch
        {
            "object" => $"{{{string.Join(',', Members(schema).Select(m => Member(m.Key, Json(m.Value, m.Key, depth + 1))))}}}",
            "array" => $"[{string.Join(',', Enumerable.Range(0, random.Next(1, 3)).Select(_ => Json(schema["items"]!, name, depth + 1)))}]",
            "boolean" => random.Next(2) == 0 ? "true" : "false",
            "integer" => random.Next(1, 5).ToString(CultureInfo.InvariantCulture),
            _ => JsonSerializer.Serialize(Text(name, schema["format"]?.GetValue<string>())),
        };
    }

    /// <summary>The members of an object: those that are required, and some of the others.</summary>
    public Dictionary<string, JsonNode> Members(JsonNode schema)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).ToHashSet();
        return (schema["properties"]?.AsObject() ?? [])
            .Where(p => p.Key != "as" && (required.Contains(p.Key) || random.Next(2) == 0))
            .ToDictionary(p => p.Key, p => p.Value!);
    }

    /// <summary>Resolves a reference to a schema.</summary>
    public JsonNode Resolved(JsonNode schema)
    {
        while (true)
        {
            var either = schema["oneOf"]?.AsArray().FirstOrDefault(s => s!["$ref"] is not null);
            if ((schema["$ref"] ?? either?["$ref"]) is not { } reference)
            {
                return schema;
            }

            schema = schemas[reference.GetValue<string>().Split('/')[^1]]!;
        }
    }

    /// <summary>A text for a member or a parameter of a name.</summary>
    public string Text(string name, string? format = null) =>
        name switch
        {
            "desk" => Pick(["world", "metro"]),
            "storyId" or "story" => Pick(stories).ToString(),
            "headline" or "standfirst" or "words" or "text" or "citation" or "excerpt" or "q" => Pick(Sentences),
            "body" => string.Join("\n\n", Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pick(Sentences))),
            "attribution" => "said the mayor",
            "speaker" => Pick(["mayor", "unknown-speaker", "source"]),
            "subscriber" => Pick(["harbour-news", "unknown-subscriber"]),
            "quote" => $"q{random.Next(1, 4)}",
            "claim" => $"c{random.Next(1, 4)}",
            "passage" => $"{Pick(["q", "c"])}{random.Next(1, 4)}",
            "note" => $"n{random.Next(1, 4)}",
            "hold" => $"h{random.Next(1, 4)}",
            "fingerprint" or "phrases" => fingerprints.Count > 0 && random.Next(4) > 0
                ? Pick(fingerprints.Values.ToList())
                : new string('0', 64),
            "sha256" => new string('a', 64),
            "url" => "https://example.org/a",
            "language" => Pick(["en", "de", "nb", "ja", "he"]),
            "slug" or "id" => $"slug-{random.Next(200)}",
            "assignee" or "person" or "actor" => Pick(["rita", "ed", "unknown-person"]),
            "subject" => Pick(["q1", "c1", "article", "n1", "body", Guid.NewGuid().ToString()]),
            "until" => clock.GetUtcNow().AddDays(random.Next(1, 900)).ToString("O", CultureInfo.InvariantCulture),
            "at" or "asOf" or "from" or "to" or "fromAsOf" or "toAsOf" => clock
                .GetUtcNow()
                .AddMinutes(-random.Next(0, 3))
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "version" or "limit" or "after" => random.Next(1, 6).ToString(CultureInfo.InvariantCulture),
            "level" => "0",
            "index" => Pick(["000", "000.p/1", "x001/067"]),
            "views" => Pick(["cards", "audit", "queue"]),
            "began" => $"{random.Next():x}:posts/{random.Next(50)}.md",
            "commit" => $"{random.Next():x8}",
            "email" => $"author{random.Next(20)}@example.org",
            "path" => $"posts/{random.Next(50)}.md",
            "stage" => "drafting",
            _ => format == "uuid" ? Guid.NewGuid().ToString() : "Something said of it.",
        };

    private static string TypeOf(JsonNode schema) =>
        schema["type"] switch
        {
            JsonArray several => several.Select(t => t!.GetValue<string>()).First(t => t != "null"),
            { } one => one.GetValue<string>(),
            null => schema["properties"] is null ? "string" : "object",
        };

    private T Pick<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private static string Member(string name, string json) => $"{JsonSerializer.Serialize(name)}:{json}";
}
