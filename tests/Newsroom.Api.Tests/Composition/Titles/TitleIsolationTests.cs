using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Ledger;

namespace Newsroom.Api.Tests.Composition.Titles;

/// <summary>What one title has is not visible in another, whatever is requested with whatever token.</summary>
public sealed class TitleIsolationTests(FilledInstallation installation) : IClassFixture<FilledInstallation>
{
    private const string Morning = TitledInstallation.Morning;

    private const string Evening = TitledInstallation.Evening;

    public static TheoryData<string> Requests => [.. Permissions.All.Select(permit => $"{permit.Method} {permit.Route}")];

    [Fact]
    public async Task Both_titles_describe_all_of_these_requests()
    {
        foreach (var title in new[] { Morning, Evening })
        {
            var paths = (await installation.As(title, "ed", Role.Editor).GetAsync("/openapi/v1.json")).Is(200).Json["paths"]!.AsObject();
            paths
                .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"))
                .ShouldBe(Requests.Select(request => request.Data), ignoreOrder: true);
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_finds_nothing_of_the_other_title(string request)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var answer = await SendAsync(installation.As(Evening, "eve", role), request);
            answer.Status.ShouldBeLessThan(500, $"{role}: {answer.Text}");
            answer.Text.ShouldNotContain(FilledInstallation.Marker, Case.Sensitive, $"{role}: {answer.Status}");
            if (NamesAnId(request))
            {
                answer.Status.ShouldBeGreaterThanOrEqualTo(400, $"{role}: {answer.Text}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_token_of_the_other_title_is_no_token(string request)
    {
        var (method, route) = Parts(request);
        using var http = installation.At(TitledInstallation.HostOf(Morning));
        var token = installation.Token(Evening, "eve", Role.Editor);
        var (answer, reader) = (await SendAsync(new Person(http, token), request), await SendAsync(new Person(http, null), request));

        answer.Status.ShouldBe(reader.Status, answer.Text);
        if (!Permissions.Of(method, route).IsPublic)
        {
            answer.Status.ShouldBe(401, answer.Text);
            answer.Text.ShouldNotContain(FilledInstallation.Marker);
        }
    }

    [Fact]
    public async Task Requests_of_the_other_title_change_nothing()
    {
        var auditor = installation.As(Morning, "ida", Role.Auditor);
        (await auditor.GetAsync("/ledger/verify-store")).Is(200);
        var trail = (await auditor.GetAsync("/audit?limit=100")).Is(200).Json.AsArray();
        trail.ShouldNotContain(entry => entry!.ToJsonString().Contains("eve@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_published_is_found_at_the_host_name_of_its_title_only()
    {
        using var morning = installation.At(TitledInstallation.HostOf(Morning));
        using var evening = installation.At(TitledInstallation.HostOf(Evening));
        var path = $"/published/{installation.Slug}";

        (await new Person(morning, null).GetAsync(path)).Is(200).Text.ShouldContain(FilledInstallation.Marker);
        (await new Person(evening, null).GetAsync(path)).Is(404);
        (await new Person(evening, null).GetAsync("/published/feed.atom")).Is(200).Text.ShouldNotContain(FilledInstallation.Marker);
    }

    [Fact]
    public async Task A_key_of_a_repeat_is_of_its_title()
    {
        var draft = new { desk = FilledInstallation.EveningDesk, headline = "A late ferry", body = "Words." };
        var key = $"{Guid.NewGuid()}";
        var (morning, evening) = (installation.As(Morning, "rita", Role.Reporter), installation.As(Evening, "rita", Role.Reporter));
        var first = (await morning.PostAsync("/stories/draft-article", draft with { desk = "world" }, idempotencyKey: key)).Is(201);
        var other = (await evening.PostAsync("/stories/draft-article", draft, idempotencyKey: key)).Is(201);

        $"{other.Json["story"]}".ShouldNotBe($"{first.Json["story"]}");
    }

    [Fact]
    public async Task The_ledger_of_one_title_does_not_verify_with_the_key_of_another()
    {
        var keys = new Dictionary<string, NoteKey[]>();
        var heads = new Dictionary<string, SignedNote>();
        foreach (var title in new[] { Morning, Evening })
        {
            using var http = installation.At(TitledInstallation.HostOf(title));
            var reader = new Person(http, null);
            heads[title] = SignedNote.Parse((await reader.GetAsync("/ledger/checkpoint")).Is(200).Text);
            keys[title] = [.. (await reader.GetAsync("/ledger/keys")).Is(200).Text.Trim().Split('\n').Select(NoteKey.Parse)];
        }

        heads[Morning].SignedBy(keys[Morning]).ShouldNotBeEmpty();
        heads[Morning].SignedBy(keys[Evening]).ShouldBeEmpty();
        heads[Evening].SignedBy(keys[Evening]).ShouldNotBeEmpty();
        heads[Evening].SignedBy(keys[Morning]).ShouldBeEmpty();
    }

    private async Task<Answer> SendAsync(Person person, string request)
    {
        var (method, route) = Parts(request);
        // What a request creates in its own title has another id.
        var path =
            method == "PUT"
                ? route.Replace("{desk}", "own").Replace("{person}", "own").Replace("{sha256}", new string('a', 64))
                : installation.PathOf(route);
        return method == "GET"
            ? await person.GetAsync(path)
            : await person.SendAsync(
                new HttpMethod(method),
                path,
                Encoding.UTF8.GetBytes(WithoutRole(Permissions.Of(method, route).Example!)),
                "application/json",
                ("If-Match", "\"v1\"")
            );
    }

    private static bool NamesAnId(string request) =>
        request.Contains('{', StringComparison.Ordinal)
        && request is not ("GET /problems/{code}" or "GET /ledger/tile/{level}/{index}")
        && !request.StartsWith("PUT ", StringComparison.Ordinal);

    private static (string Method, string Route) Parts(string request) =>
        request.Split(' ') is [var method, var route] ? (method, route) : throw new InvalidOperationException(request);

    private static string WithoutRole(string example)
    {
        var body = JsonNode.Parse(example)!.AsObject();
        body.Remove("as");
        return body.ToJsonString();
    }
}
