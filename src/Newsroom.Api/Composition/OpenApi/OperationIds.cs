using Newsroom.Api.Infrastructure.Security;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>
/// Names the operations of the description. A command has its own name: <c>publish</c>, <c>define-desk</c>. A read is named after the last
/// part of its address: <c>list-stories</c>, <c>get-story</c>, <c>get-gates</c>. <c>WithName</c> of an endpoint gives it another name.
/// </summary>
internal static class OperationIds
{
    private static readonly string[] Verbs = ["verify"];

    /// <summary>Returns the id of an operation.</summary>
    /// <param name="access">The permission of the request.</param>
    /// <param name="name">The name of its endpoint; null for none.</param>
    /// <param name="isList">Whether it answers a page of a list.</param>
    public static string Of(EndpointAccess access, string? name, bool isList) =>
        name ?? access.Command ?? OfRead(access.Route.Trim('/').Split('/'), isList);

    private static string OfRead(string[] address, bool isList)
    {
        var last = address.Last(part => part[0] != '{').Replace('.', '-');
        if (Verbs.Contains(last.Split('-')[0]))
        {
            return last;
        }

        var isOne = address[^1][0] == '{';
        return (isOne, isList) switch
        {
            (true, _) => $"get-{Singular(last)}",
            (_, true) => $"list-{last}",
            _ => $"get-{last}",
        };
    }

    private static string Singular(string name)
    {
        if (name.EndsWith("ies", StringComparison.Ordinal))
        {
            return $"{name[..^3]}y";
        }

        return name.EndsWith('s') ? name[..^1] : name;
    }
}
