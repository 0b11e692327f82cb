using System.Collections;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Tests.Composition.OpenApi;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>Every member of every request has bounds from one table, which are enforced.</summary>
public class LimitTests(Newsroom newsroom)
{
    private static readonly string[] Keywords = ["maxLength", "maxItems", "maximum"];

    private static readonly Type[] Unbounded = [typeof(bool), typeof(Guid), typeof(Fingerprint)];

    private RequestTypes Types => newsroom.Host.Services.GetRequiredService<RequestTypes>();

    /// <summary>Every member of every type of request that needs a bound: its owner, its JSON name, its type.</summary>
    private IEnumerable<(string Owner, string Member, Type Type)> Members =>
        [
            .. Types.All.SelectMany(t => RequestMembers.OfType(t).SelectMany(m => WithItems(t.Name, m.Member, m.Type))),
            .. Types.Parameters.Select(p => ("query", p.Name, p.Type)).Where(p => NeedsBound(p.Type)),
        ];

    [Fact]
    public void Every_member_of_every_request_has_a_bound()
    {
        Types.All.Count.ShouldBeGreaterThan(35);
        Members.Count().ShouldBeGreaterThan(100);
        Members
            .Where(m => LimitTable.Of(m.Owner, m.Member) is null)
            .Select(m => $"{m.Owner}.{m.Member} ({m.Type.Name})")
            .ShouldBeEmpty("Put these into LimitTable.");
    }

    [Fact]
    public void Every_row_bounds_a_member() =>
        LimitTable
            .All.Select(l => l.Member)
            .Except(Members.SelectMany(m => new[] { m.Member, $"{m.Owner}.{m.Member}" }))
            .ShouldBeEmpty("No request has these.");

    [Fact]
    public void The_documentation_has_the_table() => GeneratedPage.ShouldHaveTable("limits.md", LimitTable.Markdown());

    [Fact]
    public async Task The_description_has_them()
    {
        var schemas = (await newsroom.Reader().GetAsync("/openapi/v1.json")).Is(200).Json["components"]!["schemas"]!;
        Bound(schemas, "DraftArticle", "headline", "maxLength").ShouldBe(1_000);
        Bound(schemas, "FactCheck", "evidence", "maxItems").ShouldBe(50);
        Bound(schemas, "EvidenceItem", "citation", "maxLength").ShouldBe(2_000);
        Bound(schemas, "Assign", "assignee", "maxLength").ShouldBe(320);
        Bound(schemas, "AttributeQuote", "start", "maximum").ShouldBe(1_048_576);
        var without = Types
            .All.Where(t => schemas[t.Name] is not null)
            .SelectMany(t =>
                RequestMembers
                    .OfType(t)
                    .Where(m => NeedsBound(m.Type) && !IsTime(Nullable.GetUnderlyingType(m.Type) ?? m.Type))
                    .Where(m => !HasBound(schemas[t.Name]!["properties"]![m.Member]!))
                    .Select(m => $"{t.Name}.{m.Member}")
            );
        without.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_description_bounds_parameters()
    {
        var document = await DescribedDocument.ReadAsync(newsroom);
        MaxLength("/stories", "get", "q").ShouldBe(1_000);
        MaxLength("/desks/{desk}", "put", "desk").ShouldBe(100);

        int MaxLength(string path, string method, string name) =>
            document
                .Parameters(document.Json["paths"]![path]![method]!)
                .Single(p => p["name"]!.GetValue<string>() == name)["schema"]!["maxLength"]!
                .GetValue<int>();
    }

    [Theory]
    [InlineData("/stories/draft-article", "headline", 1_000)]
    [InlineData("/stories/draft-article", "standfirst", 10_000)]
    [InlineData("/stories/draft-article", "byline", 500)]
    [InlineData("/stories/draft-article", "dateline", 500)]
    public async Task A_text_at_its_limit_is_accepted_and_one_character_more_is_400(string path, string member, int max)
    {
        var rita = newsroom.As("rita", Role.Reporter);
        foreach (var character in new[] { "x", "語", "🎈" })
        {
            var text = string.Concat(Enumerable.Repeat(character, max));
            (await rita.PostAsync(path, Draft(member, text))).Status.ShouldBe(201, $"{max} × {character}");
            IsOutOfShape(await rita.PostAsync(path, Draft(member, text + character)), member);
        }
    }

    [Fact]
    public async Task Lists_and_their_items_are_bounded()
    {
        var femi = newsroom.As("femi", Role.FactChecker);
        var path = $"/stories/{Guid.NewGuid()}/fact-check";
        JsonObject Check(params JsonNode[] evidence) =>
            new()
            {
                ["passage"] = "q1",
                ["fingerprint"] = new string('0', 64),
                ["verdict"] = "verified",
                ["evidence"] = new JsonArray(evidence),
            };
        JsonObject Piece(string citation) => new() { ["kind"] = "recording", ["citation"] = citation };
        IsOutOfShape(await femi.PostAsync(path, Check([.. Enumerable.Range(0, 51).Select(_ => Piece("Tape"))])), "evidence");
        IsOutOfShape(await femi.PostAsync(path, Check(Piece("Tape"), Piece(new string('x', 2_001)))), "evidence[1].citation");
        (await femi.PostAsync(path, Check(Piece(new string('x', 2_000))))).IsRefused(404, "unknown-story");
    }

    [Fact]
    public async Task Parameters_are_bounded()
    {
        var ed = newsroom.As("ed", Role.Editor);
        IsOutOfShape(await ed.GetAsync($"/stories?q={new string('x', 1_001)}"), "q");
        IsOutOfShape(await ed.GetAsync($"/stories?desk={new string('x', 101)}"), "desk");
        IsOutOfShape(
            await newsroom.As("root", Role.Admin).PutAsync($"/desks/{new string('x', 101)}", new { name = "Long", language = "en" }),
            "desk"
        );
        IsOutOfShape(
            await newsroom.As("root", Role.Admin).PutAsync($"/people/{new string('x', 321)}", """{"name":"Long","roles":["editor"]}"""),
            "person"
        );
        IsOutOfShape(
            await ed.PostAsync($"/stories/{Guid.NewGuid()}/add-note", new { text = "x" }, idempotencyKey: new string('k', 256)),
            "Idempotency-Key"
        );
        (await ed.GetAsync($"/stories?q={new string('x', 1_000)}")).Is(200);
    }

    [Theory]
    [InlineData("1899-12-31T23:59:59Z")]
    [InlineData("2200-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public async Task Times_are_bounded(string until) =>
        IsOutOfShape(await newsroom.As("ed", Role.Editor).PostAsync($"/stories/{Guid.NewGuid()}/set-embargo", new { until }), "until");

    private static JsonObject Draft(string member, string text)
    {
        var draft = new JsonObject
        {
            ["desk"] = "world",
            ["headline"] = "Limits",
            ["body"] = "Words.",
        };
        draft[member] = text;
        return draft;
    }

    private static void IsOutOfShape(Answer answer, string member)
    {
        answer.Is(400).Json["type"]!.GetValue<string>().ShouldBe("/problems/validation");
        answer.Json["errors"]!.AsObject().Select(e => e.Key).ShouldBe([member], answer.Text);
    }

    private static int Bound(JsonNode schemas, string type, string member, string keyword) =>
        schemas[type]!["properties"]![member]![keyword]!.GetValue<int>();

    private static bool HasBound(JsonNode schema) => schema["$ref"] is not null || Keywords.Any(k => schema[k] is not null);

    private static IEnumerable<(string Owner, string Member, Type Type)> WithItems(string owner, string member, Type type)
    {
        if (!NeedsBound(type))
        {
            yield break;
        }

        yield return (owner, member, type);
        if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && NeedsBound(type.GetGenericArguments()[0]))
        {
            yield return (owner, $"{member}[]", type.GetGenericArguments()[0]);
        }
    }

    private static bool IsTime(Type type) => type == typeof(DateTimeOffset) || type == typeof(DateOnly);

    private static bool NeedsBound(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return !plain.IsEnum && !Unbounded.Contains(plain) && !RequestMembers.IsPart(plain);
    }
}
