using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Tests.EndToEnd;

namespace Newsroom.Api.Tests.Composition.OpenApi;

/// <summary>Every operation of the document is complete, so that generators name and type what they generate from it.</summary>
public sealed partial class OperationTests(Newsroom newsroom)
{
    private const string IdsPage = "operations.txt";

    [Fact]
    public async Task Ids_are_unique_short_and_never_change()
    {
        var ids = (await DescribedDocument.ReadAsync(newsroom))
            .Operations.Select(o => $"{o.Operation["operationId"]!.GetValue<string>()}: {o.Name}")
            .Order(StringComparer.Ordinal)
            .ToList();

        ids.Select(id => id.Split(": ")[0]).ShouldBeUnique();
        ids.Select(id => id.Split(": ")[0]).Where(id => id.Length > 30 || !Kebab().IsMatch(id)).ShouldBeEmpty();
        var path = Path.Combine(RepositoryRoot.Path, "tests", "Newsroom.Api.Tests", "Composition", "OpenApi", IdsPage);
        var committed = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        committed.Except(ids).ShouldBeEmpty("Clients were generated with these ids. Give the endpoints these names again, by WithName.");
        ids.Except(committed).ShouldBeEmpty($"Add these lines to {path}, if the ids are as they should remain.");
    }

    [Fact]
    public async Task Each_has_a_summary_a_description_and_a_described_topic()
    {
        var document = await DescribedDocument.ReadAsync(newsroom);
        var topics = document.Json["tags"]!.AsArray().ToDictionary(t => t!["name"]!.GetValue<string>(), t => t!["description"]?.ToString());

        topics.Where(topic => string.IsNullOrEmpty(topic.Value)).ShouldBeEmpty();
        document
            .Operations.Where(o =>
                IsEmpty(o.Operation["summary"])
                || o.Operation["summary"]!.ToString().Length > 120
                || IsEmpty(o.Operation["description"])
                || o.Operation["tags"] is not JsonArray { Count: 1 } tags
                || !topics.ContainsKey(tags[0]!.ToString())
            )
            .Select(o => o.Name)
            .ShouldBeEmpty("EndpointSummary begins with a sentence of at most 120 characters.");
    }

    [Fact]
    public async Task Parameters_and_headers_are_described()
    {
        var document = await DescribedDocument.ReadAsync(newsroom);
        var parameters =
            from operation in document.Operations
            from parameter in document.Parameters(operation.Operation)
            where IsEmpty(parameter["description"]) || parameter["schema"]?["type"] is null
            select $"{operation.Operation["operationId"]}.{parameter["name"]}";
        var headers =
            from operation in document.Operations
            from response in document.Responses(operation.Operation)
            from header in response.Response["headers"]?.AsObject() ?? []
            where IsEmpty(new SchemaValidator(document.Json).Resolve(header.Value!)["description"])
            select $"{operation.Name} {response.Status} {header.Key}";

        parameters.ShouldBeEmpty("Describe these in ParameterDescriptions.");
        headers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bodies_of_requests_and_responses_have_named_schemas()
    {
        var document = await DescribedDocument.ReadAsync(newsroom);
        var requests =
            from operation in document.Operations
            where !operation.Name.StartsWith("GET", StringComparison.Ordinal)
            where !IsNamed(operation.Operation["requestBody"]?["content"])
            select operation.Name;
        var responses =
            from operation in document.Operations
            from response in document.Responses(operation.Operation)
            where response.Status != "304" && !IsNamed(response.Response["content"])
            select $"{operation.Name} {response.Status}";

        requests.ShouldBeEmpty();
        responses.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_refusal_has_the_one_schema_of_problems()
    {
        var document = await DescribedDocument.ReadAsync(newsroom);
        var others =
            from operation in document.Operations
            from response in document.Responses(operation.Operation)
            where response.Status[0] is '4' or '5' or 'd'
            where SchemaValidator.NameOf(response.Response["content"]?["application/problem+json"]?["schema"]) != "Problem"
            select $"{operation.Name} {response.Status}";

        others.ShouldBeEmpty();
    }

    [Fact]
    public async Task Public_requests_need_no_token_and_all_others_do()
    {
        var document = await DescribedDocument.ReadAsync(newsroom);

        document.Json["security"]!.AsArray().ShouldHaveSingleItem()!["bearer"].ShouldNotBeNull();
        document
            .Operations.Where(o => o.Operation["security"] is JsonArray { Count: 0 })
            .Select(o => o.Name)
            .ShouldBe(Permissions.All.Where(p => p.IsPublic).Select(p => $"{p.Method} {p.Route}"), ignoreOrder: true);
    }

    private static bool IsEmpty(JsonNode? text) => string.IsNullOrWhiteSpace(text?.ToString());

    // Binary and text bodies have no members to name.
    private static bool IsNamed(JsonNode? content) =>
        content?.AsObject() is { Count: > 0 } types
        && types.All(type => !type.Key.EndsWith("json", StringComparison.Ordinal) || IsNamedSchema(type.Value!["schema"]!));

    private static bool IsNamedSchema(JsonNode schema) =>
        SchemaValidator.NameOf(schema) is not null
        || schema["anyOf"]?.AsArray().All(choice => SchemaValidator.NameOf(choice) is not null) == true;

    [GeneratedRegex("^[a-z]+(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();
}
