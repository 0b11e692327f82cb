using System.Net.Http;
using System.Text;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Tests.Infrastructure.Security;

/// <summary>Every request in every role, and with none.</summary>
public class PermissionTests(Newsroom newsroom)
{
    /// <summary>The expected table of permissions.</summary>
    private const string Designed = """
        POST /stories/import-history: admin
        POST /views/rebuild-views: admin
        GET /views/verify-views: auditor admin
        GET /views/parked-events: auditor admin
        POST /speakers/register-speaker: reporter editor fact-checker
        POST /speakers/{speaker}/seal-identity: reporter editor fact-checker
        POST /speakers/{speaker}/reveal-identity: legal chief-editor
        POST /erasures/request-erasure: legal
        POST /erasures/{erasure}/approve-erasure: chief-editor
        POST /erasures/{erasure}/reject-erasure: chief-editor
        GET /erasures: legal auditor chief-editor
        POST /desks/{desk}/propose-policy: admin
        POST /desks/{desk}/accept-policy: chief-editor
        POST /desks/{desk}/reject-policy: chief-editor
        PUT /desks/{desk}: admin
        POST /subscribers/register-subscriber: admin
        POST /subscribers/{subscriber}/change-subscriber: admin
        POST /subscribers/{subscriber}/pause-subscriber: admin
        POST /subscribers/{subscriber}/resume-subscriber: admin
        POST /subscribers/{subscriber}/rotate-secret: admin
        POST /subscribers/{subscriber}/redeliver: admin
        POST /subscribers/{subscriber}/replay-deliveries: admin
        POST /subscribers/{subscriber}/remove-subscriber: admin
        POST /subscribers/{subscriber}/acknowledge: subscriber
        GET /subscribers: auditor admin
        GET /subscribers/{subscriber}: auditor admin
        GET /subscribers/{subscriber}/history: auditor admin
        GET /subscribers/{subscriber}/deliveries: auditor admin
        GET /deliveries/unacknowledged: publisher legal chief-editor auditor admin
        PUT /people/{person}: admin
        GET /events: staff
        GET /me: staff
        GET /me/work: staff
        PUT /evidence/{sha256}: reporter editor fact-checker legal
        GET /stories: staff
        GET /stories/{storyId}: staff
        GET /stories/{storyId}/history: staff
        GET /stories/{storyId}/timeline: staff
        GET /stories/{storyId}/diff: staff
        GET /stories/{storyId}/blame: staff
        GET /stories/{storyId}/gates: staff
        GET /stories/{storyId}/quoted: staff
        GET /stories/{storyId}/proposals: staff
        GET /stories/{storyId}/passages/{passage}: staff
        GET /desks: staff
        GET /desks/{desk}: staff
        GET /desks/{desk}/board: staff
        GET /desks/{desk}/policies: staff
        GET /dismissed-phrases: staff
        GET /numbers: staff
        GET /fact-checks/queue: staff
        GET /speakers: staff
        GET /speakers/{speaker}: staff
        GET /speakers/{speaker}/quotes: staff
        GET /people: staff
        GET /evidence/{sha256}: staff
        GET /audit.csv: auditor chief-editor
        GET /audit.jsonl: auditor chief-editor
        GET /audit: chief-editor auditor
        GET /stories/{storyId}/bundle: auditor chief-editor
        GET /ledger/proofs/{eventId}: auditor chief-editor
        GET /ledger/verify-store: auditor admin
        GET /ledger/checkpoint: everybody
        GET /ledger/keys: everybody
        GET /ledger/tile/{level}/{index}: everybody
        GET /published: everybody
        GET /published/{slug}: everybody
        GET /published/{slug}.{format}: everybody
        GET /published/{slug}.proof: everybody
        GET /published/feed.atom: everybody
        GET /published/feed.rss: everybody
        GET /published/feed.json: everybody
        GET /published/sitemap-news.xml: everybody
        GET /corrections: everybody
        GET /problems/{code}: everybody
        GET /.well-known/oauth-protected-resource: everybody
        """;

    /// <summary>The roles of each command of a story are also listed in docs/permissions.md.</summary>
    public static TheoryData<string> Requests =>
        [
            .. CommandCatalog.All.Select(c => $"POST {c.Route}: {string.Join(' ', c.Roles.Select(r => r.ToKebabCase()))}"),
            .. Designed.Split('\n').Select(line => line.Trim()),
        ];

    [Fact]
    public void The_table_has_every_request_of_the_description_and_no_other() =>
        Permissions.All.Select(p => $"{p.Method} {p.Route}").ShouldBe(Requests.Select(r => r.Data.Split(": ")[0]), ignoreOrder: true);

    [Fact]
    public async Task The_description_has_every_request_and_no_other()
    {
        var described = (await newsroom.Reader().GetAsync("/openapi/v1.json")).Is(200).Json["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));
        described.ShouldBe(Requests.Select(r => r.Data.Split(": ")[0]), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Only_the_roles_of_the_table_may_send_a_request(string designed)
    {
        var (request, roles) = designed.Split(": ") is [var left, var right]
            ? (left.Split(' '), right.Split(' '))
            : throw new InvalidOperationException(designed);
        var story = await StoryDriver.DraftedAsync(newsroom, "Permissions", "Words.", by: "author");
        foreach (var role in Enum.GetValues<Role>())
        {
            var answer = await SendAsync(newsroom.As("author", role), request[0], request[1], story);
            var may = roles[0] is "staff" or "everybody" || roles.Contains(role.ToKebabCase());
            var code = roles[0] == "subscriber" ? "subscriber-token-required" : "role-required";
            (answer.Status == 403 && answer.Reasons.Contains(code)).ShouldBe(!may, $"{role}: {answer.Status} {answer.Text}");
            answer.Status.ShouldNotBe(401);
            answer.Status.ShouldBeLessThan(500, answer.Text);
        }

        // Another story: this one may be confidential by now, which a person who is not of it is not told.
        var other = await StoryDriver.DraftedAsync(newsroom, "Permissions", "Words.", by: "author");
        var without = await SendAsync(newsroom.As("nobody"), request[0], request[1], other);
        (without.Status == 403).ShouldBe(roles[0] != "everybody", $"no role: {without.Status} {without.Text}");
        var reader = await SendAsync(newsroom.Reader(), request[0], request[1], story);
        (reader.Status == 401).ShouldBe(roles[0] != "everybody", $"no token: {reader.Status} {reader.Text}");
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_token_whose_roles_do_not_combine_is_refused_everywhere(string designed)
    {
        var request = designed.Split(": ")[0].Split(' ');
        var story = await StoryDriver.DraftedAsync(newsroom, "Permissions", "Words.", by: "author");
        foreach (
            var roles in new Role[][]
            {
                [Role.Auditor, Role.Editor],
                [Role.Admin, Role.ChiefEditor],
                [Role.Auditor, Role.Admin],
                [.. Enum.GetValues<Role>()],
            }
        )
        {
            (await SendAsync(newsroom.As("author", roles), request[0], request[1], story)).IsRefused(403, "roles-do-not-combine");
        }
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("", 401)]
    [InlineData(" ", 401)]
    [InlineData("a\u0000b", 401)]
    [InlineData("a\nb", 401)]
    [InlineData("a\ufffeb", 401)]
    [InlineData("255", 200)]
    [InlineData("256", 401)]
    [InlineData("søren å", 200)]
    public async Task A_token_names_a_person(string? subject, int status)
    {
        var named = int.TryParse(subject, out var length) ? new string('s', length) : subject;
        foreach (var path in new[] { "/stories", "/people" })
        {
            var answer = (await newsroom.Subject(named, Role.Editor).GetAsync(path)).Is(status);
            if (status == 401)
            {
                answer.Json["detail"]!.GetValue<string>().ShouldContain("subject");
                answer.ContentType.ShouldBe("application/problem+json");
            }
        }

        var command = await newsroom
            .Subject(named, Role.Reporter)
            .PostAsync(
                "/stories/draft-article",
                new
                {
                    desk = "metro",
                    headline = "By nobody",
                    body = "Words.",
                }
            );
        command.Is(status == 401 ? 401 : 201);
        (await newsroom.Subject(named, Role.Editor).GetAsync("/published")).Is(200);
    }

    [Fact]
    public void The_documentation_has_the_tables()
    {
        GeneratedPage.ShouldHaveTable("permissions.md", Permissions.CommandTable());
        GeneratedPage.ShouldHaveTable("permissions.md", Permissions.RequestTable());
    }

    private static async Task<Answer> SendAsync(Person person, string method, string route, StoryDriver story)
    {
        var path = route
            .Replace("{storyId}", story.Id.ToString())
            .Replace("{desk}", "permissions")
            .Replace("{person}", "somebody")
            .Replace("{speaker}", "nobody")
            .Replace("{subscriber}", "nobody")
            .Replace("{passage}", "c1")
            .Replace("{sha256}", new string('a', 64))
            .Replace("{slug}", "nothing")
            .Replace("{format}", "ninjs")
            .Replace("{erasure}", Guid.Empty.ToString())
            .Replace("{eventId}", Guid.Empty.ToString())
            .Replace("{level}", "0")
            .Replace("{index}", "000.p/1");
        if (method == "GET")
        {
            return await person.GetAsync(path);
        }

        var name = route.Split('/')[^1];
        var body = WithoutRole(Permissions.Of(method, route).Example!);
        if (name.EndsWith("-policy", StringComparison.Ordinal))
        {
            path = path.Replace("permissions", "world");
        }

        return await person.SendAsync(
            new HttpMethod(method),
            path,
            Encoding.UTF8.GetBytes(body),
            "application/json",
            ("If-Match", "\"v1\"")
        );
    }

    /// <summary>Returns the example without its role, which the tests choose.</summary>
    private static string WithoutRole(string example)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(example)!.AsObject();
        body.Remove("as");
        return body.ToJsonString();
    }
}
