using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>The route and query parameters of an endpoint, as metadata of the endpoint.</summary>
/// <param name="Route">The route parameters by name.</param>
/// <param name="Query">The query parameters by name.</param>
public sealed record RequestParameters(FrozenDictionary<string, Type> Route, FrozenDictionary<string, Type> Query)
{
    private static readonly HashSet<Type> Simple =
    [
        typeof(string),
        typeof(int),
        typeof(long),
        typeof(Guid),
        typeof(bool),
        typeof(DateTimeOffset),
    ];

    /// <summary>Returns the parameters of a handler.</summary>
    public static RequestParameters Of(MethodInfo handler, RoutePattern route)
    {
        var isRoute = handler
            .GetParameters()
            .SelectMany(Parts)
            .Select(p => (p.Name, Type: Nullable.GetUnderlyingType(p.Type) ?? p.Type))
            .Where(p => Simple.Contains(p.Type))
            .ToLookup(p => route.GetParameter(p.Name) is not null);
        return new(
            isRoute[true].ToFrozenDictionary(p => p.Name, p => p.Type, StringComparer.Ordinal),
            isRoute[false].ToFrozenDictionary(p => p.Name, p => p.Type, StringComparer.Ordinal)
        );
    }

    /// <summary>Returns the parameter, or those that it groups.</summary>
    private static IEnumerable<(string Name, Type Type)> Parts(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(AsParametersAttribute))
            ? parameter.ParameterType.GetProperties().Select(p => (p.GetCustomAttribute<FromQueryAttribute>()!.Name!, p.PropertyType))
            : [(parameter.Name!, parameter.ParameterType)];
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
