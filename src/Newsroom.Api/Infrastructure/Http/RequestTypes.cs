using System.Collections;
using System.Collections.Frozen;
using System.Reflection;
using Microsoft.OpenApi;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Stories;
using Wolverine.Http;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Finds the types that requests are made of, from the endpoints that take them.</summary>
public static class RequestTypes
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, Type>> Typed = Endpoints()
        .SelectMany(e => RoutesOf(e).Select(a => (Key: $"{a.HttpMethod} {a.Template}", Endpoint: e)))
        .ToFrozenDictionary(e => e.Key, e => TypedQueryOf(e.Endpoint));

    private static readonly HashSet<Type> Simple =
    [
        typeof(string),
        typeof(int),
        typeof(long),
        typeof(Guid),
        typeof(bool),
        typeof(DateTimeOffset),
    ];

    /// <summary>Every type of a request's body and of its parts.</summary>
    public static FrozenSet<Type> All { get; } = Find().ToFrozenSet();

    /// <summary>Every parameter of a query or an address, by name and type.</summary>
    public static IReadOnlyList<(string Name, Type Type)> Parameters { get; } =
    [
        .. Endpoints()
            .SelectMany(e => e.GetParameters())
            .Select(p => (Name: p.Name!, Type: Underlying(p.ParameterType)))
            .Where(p => Simple.Contains(p.Type))
            .Distinct(),
    ];

    /// <summary>The parameters of one request's query that are numbers or ids, by name.</summary>
    /// <param name="method">GET, PUT or POST.</param>
    /// <param name="route">Its address as it was registered.</param>
    public static IReadOnlyDictionary<string, Type> TypedQuery(string method, string? route) =>
        Typed.GetValueOrDefault($"{method} {route}") ?? FrozenDictionary<string, Type>.Empty;

    /// <summary>Whether a parameter of an endpoint is a body: a record that is read from JSON, and not a service.</summary>
    public static bool IsRequest(Type type) => RequestMembers.IsPart(type) && type.GetMethod("<Clone>$") is not null;

    /// <summary>Describes the bounds of a member in its schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="owner">The request's type, or <c>query</c> for a parameter.</param>
    /// <param name="member">The member's JSON name.</param>
    public static void Bound(OpenApiSchema schema, string owner, string member)
    {
        if (LimitTable.Of(owner, member) is not { } limit)
        {
            return;
        }

        switch (limit.Unit)
        {
            case LimitUnit.Characters or LimitUnit.Bytes when schema.Type?.HasFlag(JsonSchemaType.String) == true:
                schema.MaxLength = (int)limit.Maximum;
                break;
            case LimitUnit.Items when schema.Type?.HasFlag(JsonSchemaType.Array) == true:
                schema.MaxItems = (int)limit.Maximum;
                break;
            case LimitUnit.Number when schema.Type?.HasFlag(JsonSchemaType.Integer) == true:
                schema.Minimum = limit.Minimum.ToString(System.Globalization.CultureInfo.InvariantCulture);
                schema.Maximum = limit.Maximum.ToString(System.Globalization.CultureInfo.InvariantCulture);
                break;
        }

        if (limit.Unit is LimitUnit.Bytes or LimitUnit.Year)
        {
            schema.Description = $"{schema.Description} Accepted: {limit.Accepted}.".TrimStart();
        }
    }

    private static IEnumerable<MethodInfo> Endpoints() =>
        typeof(RequestTypes)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(m => RoutesOf(m).Any());

    private static IEnumerable<WolverineHttpMethodAttribute> RoutesOf(MethodInfo method) =>
        method.GetCustomAttributes<WolverineHttpMethodAttribute>();

    private static FrozenDictionary<string, Type> TypedQueryOf(MethodInfo endpoint) =>
        endpoint
            .GetParameters()
            .Where(p => Nullable.GetUnderlyingType(p.ParameterType) is not null)
            .ToFrozenDictionary(p => p.Name!, p => Underlying(p.ParameterType), StringComparer.Ordinal);

    private static HashSet<Type> Find()
    {
        var found = new HashSet<Type>();
        var bodies = Endpoints().Where(IsWrite).SelectMany(e => e.GetParameters()).Select(p => p.ParameterType).Where(IsRequest);
        var left = new Stack<Type>(bodies.Concat(CommandCatalog.All.Select(c => c.Type)));
        while (left.TryPop(out var type))
        {
            if (found.Add(type))
            {
                foreach (var part in RequestMembers.OfType(type).Select(m => ItemOf(m.Type)).Where(RequestMembers.IsPart))
                {
                    left.Push(part);
                }
            }
        }

        return found;
    }

    private static bool IsWrite(MethodInfo endpoint) => RoutesOf(endpoint).All(m => m.HttpMethod != "GET");

    private static Type ItemOf(Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType
            ? type.GetGenericArguments()[0]
            : Underlying(type);

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
