using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Stories;

/// <summary>A member of a command: a constructor's parameter, which must be given, or a property that may be.</summary>
/// <param name="Name">Its name in the code.</param>
/// <param name="Type">Its type; of a nullable one, the type beneath.</param>
/// <param name="Required">Whether a command cannot be without it.</param>
internal sealed record Member(string Name, Type Type, bool Required)
{
    /// <summary>Its name in requests.</summary>
    public string Json { get; } = JsonNamingPolicy.CamelCase.ConvertName(Name);

    /// <summary>Its name on the command line and in front matter, without dashes.</summary>
    public string Word { get; } = JsonNamingPolicy.KebabCaseLower.ConvertName(Name);

    /// <summary>Its option.</summary>
    public string Option => $"--{Word}";

    /// <summary>Whether it names phrases that other stories dismissed.</summary>
    public bool IsPhrases => Type == typeof(ImmutableArray<Fingerprint>);

    /// <summary>The members of a command, those that must be given first.</summary>
    public static ImmutableArray<Member> Of(Type command)
    {
        var needed = command.GetConstructors().Single().GetParameters().Select(p => new Member(p.Name!, p.ParameterType, Required: !p.HasDefaultValue)).ToList();
        var optional = command.GetProperties()
            .Where(p => p.CanWrite && p.GetCustomAttribute<JsonIgnoreAttribute>() is null && needed.All(n => n.Name != p.Name))
            .OrderBy(p => p.DeclaringType != command)
            .Select(p => new Member(p.Name, Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType, Required: false));
        return [.. needed, .. optional];
    }
}
