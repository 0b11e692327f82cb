using System.Collections;
using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Finds the types of request bodies and parameters from the endpoints.</summary>
public sealed class RequestTypes(EndpointDataSource endpoints)
{
    private readonly Lazy<FrozenSet<Type>> all = new(() => Find(endpoints).ToFrozenSet());

    /// <summary>Gets the types of all request bodies and of their parts.</summary>
    public FrozenSet<Type> All => all.Value;

    /// <summary>Gets all route and query parameters by name and type.</summary>
    public IReadOnlyList<(string Name, Type Type)> Parameters =>
        [
            .. endpoints
                .Endpoints.Select(e => e.Metadata.GetMetadata<RequestParameters>())
                .OfType<RequestParameters>()
                .SelectMany(p => p.Route.Concat(p.Query))
                .Select(p => (p.Key, p.Value))
                .Distinct(),
        ];

    /// <summary>Returns whether a handler's parameter is a body: a record read from JSON, not a service.</summary>
    public static bool IsRequest(Type type) => RequestMembers.IsPart(type) && type.GetMethod("<Clone>$") is not null;

    /// <summary>Adds the bounds of a member to its schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="owner">The request's type, or <c>query</c> for a parameter.</param>
    /// <param name="member">The member's JSON name.</param>
    public static void Bound(OpenApiSchema schema, string owner, string member)
    {
        if (LimitTable.Of(owner, member) is not { } limit)
        {
            return;
        }

        Bound(schema, limit);
        if (limit.Unit is LimitUnit.Bytes or LimitUnit.Year)
        {
            schema.Description = $"{schema.Description} Accepted: {limit.Accepted}.".TrimStart();
        }
    }

    /// <summary>Adds bounds to a schema of their type.</summary>
    public static void Bound(OpenApiSchema schema, Limit limit)
    {
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
    }

    private static HashSet<Type> Find(EndpointDataSource endpoints)
    {
        var found = new HashSet<Type>();
        var bodies = endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType).OfType<Type>();
        var left = new Stack<Type>(bodies.Where(RequestMembers.IsPart).Concat(CommandCatalog.All.Select(c => c.Type)));
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

    private static Type ItemOf(Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType
            ? type.GetGenericArguments()[0]
            : Underlying(type);

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
