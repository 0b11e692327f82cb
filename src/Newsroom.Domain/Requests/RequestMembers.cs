using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Requests;

/// <summary>Describes a value in a request.</summary>
/// <param name="Path">The path, such as <c>evidence[1].citation</c>.</param>
/// <param name="Owner">The type that declares the member.</param>
/// <param name="Member">The JSON name; with <c>[]</c> for a list item.</param>
/// <param name="Nullable">Whether its type permits null.</param>
/// <param name="Value">The value; null also for a list that is null in JSON.</param>
public readonly record struct RequestMember(string Path, string Owner, string Member, bool Nullable, object? Value)
{
    /// <summary>Whether it is an item of a list.</summary>
    public bool IsElement => Member.EndsWith(']');
}

/// <summary>Enumerates the members of a request recursively.</summary>
public static class RequestMembers
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<MemberOfType>> Known = new();

    /// <summary>Lists all members of a request, each followed by its own members.</summary>
    public static IEnumerable<RequestMember> Of(object request) => Of(request, "");

    /// <summary>Lists the members of a request type.</summary>
    public static IEnumerable<(string Member, Type Type)> OfType(Type type) =>
        MembersOf(type).Select(m => (m.Json, m.Property.PropertyType));

    /// <summary>Returns whether a type is an object with members rather than a single value.</summary>
    public static bool IsPart(Type type) =>
        type.IsClass
        && type != typeof(string)
        && !typeof(IEnumerable).IsAssignableFrom(type)
        && type.Namespace?.StartsWith("Newsroom", StringComparison.Ordinal) == true;

    private static IEnumerable<RequestMember> Of(object part, string path)
    {
        var owner = part.GetType();
        foreach (var member in MembersOf(owner))
        {
            var at = path.Length == 0 ? member.Json : $"{path}.{member.Json}";
            foreach (var found in Values(at, owner.Name, member.Json, member.Nullable, member.Property.GetValue(part)))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<RequestMember> Values(string path, string owner, string member, bool nullable, object? value)
    {
        var given = IsAbsent(value) ? null : value;
        yield return new RequestMember(path, owner, member, nullable, given);
        if (given is not null and not string && given is IEnumerable items)
        {
            var index = 0;
            foreach (var item in items)
            {
                foreach (var found in Values($"{path}[{index}]", owner, $"{member}[]", nullable: false, item))
                {
                    yield return found;
                }

                index++;
            }
        }
        else if (given is not null && IsPart(given.GetType()))
        {
            foreach (var found in Of(given, path))
            {
                yield return found;
            }
        }
    }

    // An ImmutableArray that was null in JSON.
    private static bool IsAbsent(object? value) =>
        value is not null
        && value.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
        && (bool)type.GetProperty(nameof(ImmutableArray<>.IsDefault))!.GetValue(value)!;

    private static ImmutableArray<MemberOfType> MembersOf(Type type) =>
        Known.GetOrAdd(
            type,
            static t =>
            {
                var nullability = new NullabilityInfoContext();
                return
                [
                    .. t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0 && p.GetCustomAttribute<JsonIgnoreAttribute>() is null)
                        .Select(p => new MemberOfType(p, JsonNamingPolicy.CamelCase.ConvertName(p.Name), MayBeNull(p, nullability))),
                ];
            }
        );

    private static bool MayBeNull(PropertyInfo property, NullabilityInfoContext nullability) =>
        nullability.Create(property).ReadState != NullabilityState.NotNull;

    private sealed record MemberOfType(PropertyInfo Property, string Json, bool Nullable);
}
