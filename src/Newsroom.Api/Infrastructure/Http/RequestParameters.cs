using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Newsroom.Domain.Requests;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>The route and query parameters of an endpoint, as metadata of the endpoint.</summary>
/// <param name="Route">The route parameters by name.</param>
/// <param name="Query">The query parameters by name.</param>
public sealed record RequestParameters(FrozenDictionary<string, Type> Route, FrozenDictionary<string, Type> Query)
{
    /// <summary>The route parameter that names a story, by its id or its slug.</summary>
    public const string StoryInPath = "storyId";

    /// <summary>The query parameter that names a story, by its id or its slug.</summary>
    public const string StoryInQuery = "story";

    private static readonly HashSet<Type> Simple =
    [
        typeof(string),
        typeof(int),
        typeof(long),
        typeof(Guid),
        typeof(bool),
        typeof(DateTimeOffset),
    ];

    /// <summary>Gets the bounds of query parameters that are numbers.</summary>
    public FrozenDictionary<string, Limit> Bounds { get; init; } = FrozenDictionary<string, Limit>.Empty;

    /// <summary>Gets the accepted values of query parameters that have a list of them.</summary>
    public FrozenDictionary<string, IReadOnlyList<string>> Values { get; init; } = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>Returns the parameters of a handler.</summary>
    public static RequestParameters Of(MethodInfo handler, RoutePattern route)
    {
        var isRoute = handler
            .GetParameters()
            .SelectMany(Parts)
            .Where(p => Simple.Contains(p.Type))
            .ToLookup(p => route.GetParameter(p.Name) is not null);
        var query = isRoute[false].ToList();
        return new(TypesOf(isRoute[true]), TypesOf(query))
        {
            Bounds = query
                .Select(p => (p.Name, Limit: p.Bounds))
                .Where(p => p.Limit is not null)
                .ToFrozenDictionary(p => p.Name, p => p.Limit!, StringComparer.OrdinalIgnoreCase),
            Values = query
                .Where(p => p.Values is not null)
                .ToFrozenDictionary(p => p.Name, p => p.Values!, StringComparer.OrdinalIgnoreCase),
        };
    }

    private static FrozenDictionary<string, Type> TypesOf(IEnumerable<Part> parameters) =>
        parameters.ToFrozenDictionary(p => p.Name, p => p.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the parameter, or those that it groups.</summary>
    private static IEnumerable<Part> Parts(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(AsParametersAttribute))
            ? parameter
                .ParameterType.GetProperties()
                .Select(p => new Part(p.GetCustomAttribute<FromQueryAttribute>()!.Name!, Plain(p.PropertyType), p))
            : [new Part(parameter.Name!, Plain(parameter.ParameterType), parameter)];

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private sealed record Part(string Name, Type Type, ICustomAttributeProvider Declared)
    {
        /// <summary>Gets the bounds: those of the parameter, or else those of the table of limits.</summary>
        public Limit? Bounds
        {
            get
            {
                var listed = LimitTable.Of("query", Name) is { Unit: LimitUnit.Number } limit ? limit : null;
                return
                    Declared.GetCustomAttributes(typeof(RangeAttribute), inherit: true)
                        is [RangeAttribute { Minimum: int from, Maximum: int to }]
                    ? new Limit(Name, LimitUnit.Number, from, to)
                    : listed;
            }
        }

        public IReadOnlyList<string>? Values =>
            Declared.GetCustomAttributes(typeof(OneOfAttribute), inherit: true) is [OneOfAttribute list] ? list.Values : null;
    }
}

/// <summary>Adds <see cref="RequestParameters"/> to endpoints.</summary>
public static class RequestParametersConvention
{
    /// <summary>Adds the parameters of each endpoint of a group to its metadata.</summary>
    public static RouteGroupBuilder WithParameters(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Add(endpoint =>
        {
            if (
                endpoint is RouteEndpointBuilder { RoutePattern: var route }
                && endpoint.Metadata.OfType<MethodInfo>().FirstOrDefault() is { } handler
            )
            {
                endpoint.Metadata.Add(RequestParameters.Of(handler, route));
            }
        });
        return group;
    }
}
