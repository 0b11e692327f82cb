using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Locates the fault of a JSON body, and describes what is accepted there.</summary>
internal static class JsonFaults
{
    private const int MaxNameLength = 100;

    /// <summary>Returns the refusal of a body that is not JSON; null where it is JSON.</summary>
    public static Refusal? FindSyntax(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return null;
        }
        catch (JsonException wrong)
        {
            var what = wrong.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            var detail = body.Span.Trim(" \t\r\n"u8).IsEmpty
                ? "The body is empty."
                : $"The body is not JSON. Line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}: {what}";
            return new Refusal(
                RefusalKind.Malformed,
                "malformed-json",
                $"{detail} Accepted: one JSON object in UTF-8, nested at most 64 deep."
            );
        }
    }

    /// <summary>Returns the first place where a body does not fit a request's type; null where none is found.</summary>
    public static RequestFault? Find(ReadOnlyMemory<byte> body, Type type, JsonSerializerOptions options)
    {
        using var document = JsonDocument.Parse(body);
        try
        {
            return Find(document.RootElement, type, "", options);
        }
        catch (InvalidOperationException)
        {
            // A name with half of a surrogate pair cannot be read.
            return new RequestFault("", "A member's name contains half of a surrogate pair; it is not a character by itself.");
        }
    }

    private static RequestFault? Find(JsonElement element, Type type, string path, JsonSerializerOptions options)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var info = options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => FindInObject(element, info, path, options),
            JsonTypeInfoKind.Enumerable => FindInList(element, info, path, options),
            _ => FindInValue(element, type, path, options),
        };
    }

    private static RequestFault? FindInObject(JsonElement element, JsonTypeInfo info, string path, JsonSerializerOptions options)
    {
        var members = info
            .Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null)
            .ToDictionary(p => p.Name, StringComparer.Ordinal);
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new RequestFault(path, $"Accepted: an object with {string.Join(", ", members.Keys)}.");
        }

        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (Find(member, members, given, path, options) is { } fault)
            {
                return fault;
            }
        }

        var missing = members.Values.FirstOrDefault(m => IsRequired(m) && !given.Contains(m.Name));
        return missing is null ? null : new RequestFault(At(path, missing.Name), "This member is required.");
    }

    private static RequestFault? Find(
        JsonProperty given,
        Dictionary<string, JsonPropertyInfo> members,
        HashSet<string> seen,
        string path,
        JsonSerializerOptions options
    )
    {
        var name = given.Name.Length > MaxNameLength ? given.Name[..MaxNameLength] + "…" : given.Name;
        if (!members.TryGetValue(given.Name, out var member))
        {
            return new RequestFault(At(path, name), $"There is no such member. Accepted: {string.Join(", ", members.Keys)}.");
        }

        if (!seen.Add(given.Name))
        {
            return new RequestFault(At(path, name), "This member is given twice. Give it once.");
        }

        if (given.Value.ValueKind == JsonValueKind.Null)
        {
            return member.IsSetNullable || Nullable.GetUnderlyingType(member.PropertyType) is not null
                ? null
                : new RequestFault(At(path, name), "Null is not accepted here; omit the member instead.");
        }

        return Find(given.Value, member.PropertyType, At(path, name), options);
    }

    private static RequestFault? FindInList(JsonElement element, JsonTypeInfo info, string path, JsonSerializerOptions options)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return new RequestFault(path, "Accepted: a list.");
        }

        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            var at = $"{path}[{index++}]";
            var fault =
                item.ValueKind == JsonValueKind.Null
                    ? new RequestFault(at, "Null is not accepted in a list.")
                    : Find(item, info.ElementType!, at, options);
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static RequestFault? FindInValue(JsonElement element, Type type, string path, JsonSerializerOptions options)
    {
        try
        {
            _ = element.Deserialize(type, options);
            return null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            return new RequestFault(path, $"Accepted: {Accepted(element, type)}.");
        }
    }

    private static string Accepted(JsonElement element, Type type) =>
        type switch
        {
            { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))}",
            _ when type == typeof(string) => element.ValueKind == JsonValueKind.String
                ? "a text without halves of surrogate pairs"
                : "a text",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(DateTimeOffset) => Rfc3339Converter.Accepted,
            _ when type == typeof(Fingerprint) => "a fingerprint of 64 lower-case hexadecimal digits",
            _ when type == typeof(Guid) => "an id such as 01a20e64-e28b-753e-acd0-6739a53493d3",
            _ => "a whole number",
        };

    private static bool IsRequired(JsonPropertyInfo member) =>
        member.IsRequired || member.AssociatedParameter is { HasDefaultValue: false };

    private static string At(string path, string member) => path.Length == 0 ? member : $"{path}.{member}";
}
