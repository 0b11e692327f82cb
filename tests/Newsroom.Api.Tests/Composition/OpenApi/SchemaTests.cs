using System.Text.Json.Nodes;

namespace Newsroom.Api.Tests.Composition.OpenApi;

/// <summary>Every schema of the document is complete.</summary>
public sealed class SchemaTests(Newsroom newsroom)
{
    private static readonly string[] TypeKeywords = ["$ref", "type", "oneOf", "anyOf"];

    [Fact]
    public async Task Every_member_has_a_type()
    {
        var document = await DescribedDocument.ReadAsync(newsroom);

        Schemas(document)
            .SelectMany(schema => Untyped(schema.Value!, schema.Key))
            .ShouldBeEmpty("The type of each member needs a schema: a converter hides it.");
    }

    [Fact]
    public async Task Every_schema_is_described_and_used()
    {
        var document = await DescribedDocument.ReadAsync(newsroom);
        var text = document.Json.ToJsonString();

        Schemas(document)
            .Where(schema => string.IsNullOrEmpty(schema.Value!["description"]?.ToString()))
            .Select(schema => schema.Key)
            .ShouldBeEmpty("The documentation comment of a type is the description of its schema.");
        Schemas(document)
            .Select(schema => schema.Key)
            .Where(name => !text.Contains($"/schemas/{name}\"", StringComparison.Ordinal))
            .ShouldBeEmpty("No operation uses these.");
    }

    [Fact]
    public async Task Examples_have_real_values_and_are_valid()
    {
        var document = await DescribedDocument.ReadAsync(newsroom);
        var validator = new SchemaValidator(document.Json);
        var answers =
            from operation in document.Operations
            from response in document.Responses(operation.Operation)
            from content in response.Response["content"]?.AsObject() ?? []
            where content.Key.EndsWith("/json", StringComparison.Ordinal) || content.Key.EndsWith("+json", StringComparison.Ordinal)
            select (Name: $"{operation.Name} {response.Status}", Content: content.Value!);
        var bodies =
            from operation in document.Operations
            let content = operation.Operation["requestBody"]?["content"]?["application/json"]
            where content is not null
            select (Name: $"{operation.Name} body", Content: content);
        var faults =
            from described in answers.Concat(bodies)
            from fault in ExampleFaults(validator, described.Content)
            select $"{described.Name}: {fault}";

        faults.ShouldBeEmpty();
        ExampleMembers(document)
            .Where(member => member.Value == member.Name)
            .Select(member => member.Name)
            .Distinct()
            .ShouldBeEmpty("Give these members a value in ExampleValues.");
    }

    [Fact]
    public async Task Events_are_discriminated_by_their_type()
    {
        var schemas = (await DescribedDocument.ReadAsync(newsroom)).Json["components"]!["schemas"]!;
        var appended = schemas["AppendedEvent"]!;

        appended["discriminator"]!["propertyName"]!.GetValue<string>().ShouldBe("type");
        appended["discriminator"]!["mapping"]!
            .AsObject()
            .Select(mapped => mapped.Key)
            .ShouldBe(Domain.Stories.StoryEvents.ByName.Keys, ignoreOrder: true);
        schemas["QuoteAttributedEvent"]!["properties"]!["type"]!["enum"]!.ToJsonString().ShouldBe("""["quote_attributed"]""");
    }

    [Fact]
    public async Task Responses_may_get_members_and_requests_may_not()
    {
        var schemas = (await DescribedDocument.ReadAsync(newsroom)).Json["components"]!["schemas"]!;

        schemas["StoryView"]!["additionalProperties"].ShouldBeNull();
        schemas["FactCheck"]!["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
        schemas["StoryView"]!["required"]!.AsArray().Select(name => name!.ToString()).ShouldContain("assignee");
    }

    // A body without members has no example.
    private static IEnumerable<string> ExampleFaults(SchemaValidator validator, JsonNode content)
    {
        if (content["example"] is { } example)
        {
            return validator.Faults(content["schema"]!, example);
        }

        return validator.Resolve(content["schema"]!)["properties"] is null ? [] : ["it has no example"];
    }

    private static JsonObject Schemas(DescribedDocument document) => document.Json["components"]!["schemas"]!.AsObject();

    private static IEnumerable<string> Untyped(JsonNode schema, string path)
    {
        if (TypeKeywords.All(keyword => schema[keyword] is null))
        {
            yield return path;
        }

        if (schema["type"]?.ToJsonString().Contains("array", StringComparison.Ordinal) == true && schema["items"] is null)
        {
            yield return $"{path}[]";
        }

        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            foreach (var found in Untyped(member!, $"{path}.{name}"))
            {
                yield return found;
            }
        }

        if (schema["items"] is { } items)
        {
            foreach (var found in Untyped(items, $"{path}[]"))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(string Name, string? Value)> ExampleMembers(DescribedDocument document) =>
        from operation in document.Operations
        from response in document.Responses(operation.Operation)
        from content in response.Response["content"]?.AsObject() ?? []
        from member in Members(content.Value!["example"], "")
        select member;

    private static IEnumerable<(string Name, string? Value)> Members(JsonNode? value, string name) =>
        value switch
        {
            JsonObject members => members.SelectMany(member => Members(member.Value, member.Key)),
            JsonArray items => items.SelectMany(item => Members(item, name)),
            JsonValue => [(name, value.ToString())],
            _ => [],
        };
}
