using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>The parameters of an endpoint's address and query: metadata of the endpoint.</summary>
/// <param name="Route">Those of the address, by name.</param>
/// <param name="Query">Those of the query, by name.</param>
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
            .Select(p => (Name: p.Name!, Type: Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType))
            .Where(p => Simple.Contains(p.Type))
            .ToLookup(p => route.GetParameter(p.Name) is not null);
        return new(
            isRoute[true].ToFrozenDictionary(p => p.Name, p => p.Type, StringComparer.Ordinal),
            isRoute[false].ToFrozenDictionary(p => p.Name, p => p.Type, StringComparer.Ordinal)
        );
    }
}

/// <summary>Adds <see cref="RequestParameters"/> to endpoints.</summary>
public static class RequestParametersConvention
{
    /// <summary>Describes the parameters of every endpoint of a group.</summary>
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
