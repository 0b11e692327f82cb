using System.Text.Json.Nodes;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Tests.Composition.OpenApi;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.EndToEnd.Fuzzing;

/// <summary>A request of the OpenAPI document.</summary>
/// <param name="Method">GET, PUT or POST.</param>
/// <param name="Route">Its address.</param>
/// <param name="Parameters">Its parameters, by place and name.</param>
/// <param name="Body">The schema of its body, or null.</param>
/// <param name="Roles">The roles that may send it.</param>
internal sealed record DescribedRequest(
    string Method,
    string Route,
    IReadOnlyList<(string In, string Name)> Parameters,
    JsonNode? Body,
    IReadOnlyList<Role> Roles
)
{
    /// <summary>Every request of a description.</summary>
    public static IReadOnlyList<DescribedRequest> Of(JsonNode description) =>
        [
            .. from path in description["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            let method = operation.Key.ToUpperInvariant()
            select new DescribedRequest(
                method,
                path.Key,
                [
                    .. new DescribedDocument(description)
                        .Parameters(operation.Value!)
                        .Select(p => (p["in"]!.GetValue<string>(), p["name"]!.GetValue<string>())),
                ],
                operation.Value!["requestBody"]?["content"]?["application/json"]?["schema"],
                Permissions.Of(method, path.Key).Roles
            ),
        ];
}
