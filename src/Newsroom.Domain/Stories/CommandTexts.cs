using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Stories;

/// <summary>Every text a command carries: none may hold characters that cannot be kept or that deceive.</summary>
public static class CommandTexts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The refusal of a command one of whose texts holds NUL or bidirectional controls, or null.</summary>
    public static Refusal? Refuse(object command) =>
        Properties.GetOrAdd(command.GetType(), t => t.GetProperties())
            .Select(p => Refuse(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name), p.GetValue(command)))
            .FirstOrDefault(r => r is not null);

    private static Refusal? RefuseEvidence(Evidence? evidence) =>
        evidence is null ? new Refusal(RefusalKind.Malformed, "evidence-null", "A piece of evidence is null.") : Refuse(evidence);

    private static Refusal? Refuse(string name, object? value) => value switch
    {
        string text => TextRules.RefuseCharacters(name, text),
        IEnumerable<Evidence> { } evidence => evidence is ImmutableArray<Evidence> { IsDefault: true } ? null : evidence.Select(RefuseEvidence).FirstOrDefault(r => r is not null),
        _ => null,
    };
}
