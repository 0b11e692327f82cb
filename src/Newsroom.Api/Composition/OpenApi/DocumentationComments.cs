using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>
/// Reads the documentation comments of types and their members. They describe the schemas, so that a new member is described where it is
/// declared.
/// </summary>
internal static partial class DocumentationComments
{
    private static readonly Lazy<FrozenDictionary<string, string>> All = new(Load);

    /// <summary>Returns the comment of a type; null where it has none.</summary>
    public static string? Of(Type type) => All.Value.GetValueOrDefault($"T:{NameOf(type)}");

    /// <summary>Returns the comment of a value of an enum; null where it has none.</summary>
    public static string? Of(Enum value) => All.Value.GetValueOrDefault($"F:{NameOf(value.GetType())}.{value}");

    /// <summary>Returns the comment of a property, or of the parameter of a record that declares it; null where it has none.</summary>
    public static string? Of(PropertyInfo property)
    {
        for (var type = property.DeclaringType; type is not null; type = type.BaseType)
        {
            var name = NameOf(type);
            var text =
                All.Value.GetValueOrDefault($"P:{name}.{property.Name}") ?? All.Value.GetValueOrDefault($"T:{name}({property.Name})");
            if (text is not null)
            {
                return text;
            }
        }

        return null;
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static FrozenDictionary<string, string> Load() =>
        Directory
            .EnumerateFiles(AppContext.BaseDirectory, "Newsroom.*.xml")
            .SelectMany(file => XDocument.Load(file).Descendants("member"))
            .SelectMany(Entries)
            .Where(entry => entry.Value.Length > 0)
            .DistinctBy(entry => entry.Key)
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Entries(XElement member)
    {
        var name = member.Attribute("name")!.Value;
        if (member.Element("summary") is { } summary)
        {
            yield return new(name, Plain(summary));
        }

        foreach (var parameter in member.Elements("param"))
        {
            yield return new($"{name}({parameter.Attribute("name")!.Value})", Plain(parameter));
        }
    }

    private static string Plain(XElement comment)
    {
        var text = WhiteSpace().Replace(string.Concat(comment.Nodes().Select(Plain)), " ").Trim();
        return Gets().Match(text) is { Success: true } gets
            ? $"{char.ToUpperInvariant(text[gets.Length])}{text[(gets.Length + 1)..]}"
            : text;
    }

    private static string Plain(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement reference when reference.Attribute("cref") is { } cref => MemberName(cref.Value),
            XElement named when named.Attribute("name") is { } name => JsonName(name.Value),
            XElement word when word.Attribute("langword") is { } keyword => keyword.Value,
            XElement element => string.Concat(element.Nodes().Select(Plain)),
            _ => "",
        };

    // A member is named as in JSON; a type by the name of its schema.
    private static string MemberName(string cref)
    {
        var name = cref.Split('(')[0].Split('.')[^1];
        return cref.StartsWith("T:", StringComparison.Ordinal) ? name : JsonName(name);
    }

    private static string JsonName(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);

    [GeneratedRegex(@"^Gets (?=\S)")]
    private static partial Regex Gets();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
