using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Audit;
using Newsroom.Client.Stories;

namespace Newsroom.Console.Auditing;

/// <summary>Which entries of the audit trail a page shows: the fields as they were filled in.</summary>
public sealed record AuditRequest
{
    /// <summary>The names of the fields.</summary>
    internal static readonly string[] Fields = ["actor", "role", "story", "desk", "type", "from", "to", "text"];

    private readonly Dictionary<string, string> values;

    private AuditRequest(Dictionary<string, string> values) => this.values = values;

    /// <summary>Gets the cursor of the page; null for the first.</summary>
    public string? After { get; private init; }

    /// <summary>Gets the value of a field; null where it is empty.</summary>
    public string? this[string field] => values.GetValueOrDefault(field);

    /// <summary>Reads the fields of an address.</summary>
    internal static AuditRequest Of(IQueryCollection query) =>
        new(
            Fields
                .Select(field => (Field: field, Value: query[field].ToString()))
                .Where(given => given.Value.Length > 0)
                .ToDictionary(given => given.Field, given => given.Value)
        )
        {
            After = query["after"].ToString() is { Length: > 0 } after ? after : null,
        };

    /// <summary>Returns the query of the API; otherwise what cannot be read.</summary>
    internal string? Read(out AuditQuery query)
    {
        query = new AuditQuery();
        foreach (var field in new[] { "from", "to" })
        {
            if (this[field] is { } text && TimeOf(text) is null)
            {
                return $"“{text}” is not a time.";
            }
        }

        query = new AuditQuery(
            this["actor"],
            this["role"],
            this["story"] is { } story ? new StoryKey(story) : (StoryKey?)null,
            this["desk"],
            this["type"],
            TimeOf(this["from"]),
            TimeOf(this["to"]),
            this["text"]
        );
        return null;
    }

    /// <summary>Returns the address of entries with the same fields.</summary>
    internal string Address(string page, string? after = null)
    {
        var given = Fields.Where(values.ContainsKey).Select(field => $"{field}={Uri.EscapeDataString(values[field])}");
        var query = string.Join('&', after is null ? given : given.Append($"after={Uri.EscapeDataString(after)}"));
        return query.Length == 0 ? page : $"{page}?{query}";
    }

    // A field for a time has none of an offset: it is UTC, as the page says.
    private static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
