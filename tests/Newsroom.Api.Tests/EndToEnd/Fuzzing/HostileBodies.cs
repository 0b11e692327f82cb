using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Newsroom.Api.Tests.EndToEnd.Fuzzing;

/// <summary>Generates bodies of requests with hostile values.</summary>
internal sealed partial class HostileBodies(Random random, HostileValues hostile, PlausibleValues plausible)
{
    /// <summary>A body that could be accepted, with up to three places replaced by hostile values.</summary>
    public string Any(JsonNode schema)
    {
        if (random.Next(25) == 0)
        {
            return hostile.Json();
        }

        var resolved = plausible.Resolved(schema);
        var members = plausible.Members(resolved).ToDictionary(m => m.Key, m => plausible.Json(m.Value, m.Key));
        var all = resolved["properties"]?.AsObject().Select(p => p.Key).ToList() ?? [];
        for (var bad = random.Next(4) - 1; bad > 0 && all.Count > 0; bad--)
        {
            var member = all[random.Next(all.Count)];
            var before = members.GetValueOrDefault(member) ?? plausible.Json(resolved["properties"]![member]!, member);
            members[member] = before.Length > 0 && before[0] is '[' or '{' && random.Next(3) > 0 ? Spoilt(before) : hostile.Json();
        }

        if (random.Next(40) == 0)
        {
            members[random.Next(2) == 0 ? "colour" : "a\\uD800"] = hostile.Json();
        }

        return Object(members);
    }

    /// <summary>Bodies that could be accepted, each with a text in the place of one that they had: in every place.</summary>
    public IEnumerable<string> WithEach(JsonNode schema, string text)
    {
        var resolved = plausible.Resolved(schema);
        foreach (var (member, described) in resolved["properties"]?.AsObject() ?? [])
        {
            var value = plausible.Json(described!, member);
            foreach (Match place in Texts().Matches(value))
            {
                var members = plausible.Members(resolved).ToDictionary(m => m.Key, m => plausible.Json(m.Value, m.Key));
                members[member] = string.Concat(value.AsSpan(0, place.Index), text, value.AsSpan(place.Index + place.Length));
                yield return Object(members);
            }
        }
    }

    private static string Object(Dictionary<string, string> members) =>
        $"{{{string.Join(',', members.Select(m => $"\"{m.Key}\":{m.Value}"))}}}";

    /// <summary>A list or an object with one text or number inside it replaced.</summary>
    private string Spoilt(string json)
    {
        var values = Values().Matches(json);
        if (values.Count == 0)
        {
            return hostile.Json();
        }

        var value = values[random.Next(values.Count)];
        return string.Concat(json.AsSpan(0, value.Index), hostile.Json(), json.AsSpan(value.Index + value.Length));
    }

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"(?!\\s*:)|(?<=[:\\[,])-?[0-9]+|true|false")]
    private static partial Regex Values();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"(?!\\s*:)")]
    private static partial Regex Texts();
}
