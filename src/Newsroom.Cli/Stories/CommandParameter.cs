using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Stories;

/// <summary>A member of a story command: a constructor parameter (required) or a property (optional).</summary>
/// <param name="Name">The name of the member.</param>
/// <param name="Type">The type; the underlying type of a nullable one.</param>
/// <param name="Required">Whether the command needs it.</param>
/// <param name="Command">The type of the command.</param>
internal sealed record CommandParameter(string Name, Type Type, bool Required, Type Command)
{
    /// <summary>Gets the name in JSON.</summary>
    public string Json { get; } = JsonNamingPolicy.CamelCase.ConvertName(Name);

    /// <summary>Gets the name in front matter: the option without dashes.</summary>
    public string Key { get; } =
        Type switch
        {
            _ when Type == typeof(FieldRange) => "at",
            _ when Type == typeof(QuotationPlace) => "nth",
            _ => JsonNamingPolicy.KebabCaseLower.ConvertName(Name),
        };

    public string Option => $"--{Key}";

    public bool IsPhrases => Type == typeof(ImmutableArray<Fingerprint>);

    /// <summary>Returns the parameters of a command, required ones first.</summary>
    public static ImmutableArray<CommandParameter> Of(Type command)
    {
        var nullability = new NullabilityInfoContext();
        var required = command
            .GetConstructors()
            .Single()
            .GetParameters()
            .Select(p => new CommandParameter(
                p.Name!,
                p.ParameterType,
                nullability.Create(p).WriteState != NullabilityState.Nullable,
                command
            ))
            .ToList();
        var optional = command
            .GetProperties()
            .Where(p => p.CanWrite && p.GetCustomAttribute<JsonIgnoreAttribute>() is null && required.All(r => r.Name != p.Name))
            .OrderBy(p => p.DeclaringType != command)
            .Select(p => new CommandParameter(
                p.Name,
                Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType,
                Required: false,
                command
            ));
        return [.. required, .. optional];
    }
}
