using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.EndToEnd.Fuzzing;

/// <summary>Sends the requests of one client, one after another, from one seed.</summary>
internal sealed class FuzzWalk
{
    private const string Draft = "The council decided on Monday.\n\n“We have waited long enough,” said the mayor.\n\nIt cost 3 million.\n";

    // Reads of the whole store cost as much as hundreds of other requests.
    private static readonly string[] Expensive =
    [
        "/views/verify-views",
        "/views/rebuild-views",
        "/ledger/verify-store",
        "/audit.csv",
        "/audit.jsonl",
        "/erasures/{erasure}/approve-erasure",
        "/stories/{storyId}/bundle",
    ];

    private readonly Newsroom newsroom;
    private readonly HttpClient http;
    private readonly Random random;
    private readonly HostileValues hostile;
    private readonly PlausibleValues plausible;
    private readonly HostileBodies bodies;
    private readonly IReadOnlyList<DescribedRequest> requests;
    private readonly IReadOnlyList<StoryDriver> stories;
    private readonly Dictionary<Guid, long> versions = [];
    private readonly Dictionary<(string, Role?), string> tokens = [];

    private FuzzWalk(Newsroom newsroom, JsonNode description, Random random, IReadOnlyList<StoryDriver> stories)
    {
        (this.newsroom, this.random, this.stories, http, hostile) = (
            newsroom,
            random,
            stories,
            newsroom.Host.Server.CreateClient(),
            new HostileValues(random)
        );
        plausible = new PlausibleValues(random, newsroom.Clock, description["components"]!["schemas"]!, [.. stories.Select(s => s.Id)]);
        bodies = new HostileBodies(random, hostile, plausible);
        requests = DescribedRequest.Of(description);
    }

    /// <summary>Drafts the stories that the requests are about.</summary>
    public static async Task<FuzzWalk> BeginAsync(Newsroom newsroom, JsonNode description, Random random)
    {
        var stories = new List<StoryDriver>();
        for (var i = 0; i < 4; i++)
        {
            stories.Add(await StoryDriver.DraftedAsync(newsroom, $"Fuzz {random.Next():x}", Draft));
        }

        return new FuzzWalk(newsroom, description, random, stories);
    }

    /// <summary>The requests that were accepted at least once.</summary>
    public ISet<string> Accepted { get; } = new HashSet<string>();

    /// <summary>Sends one request.</summary>
    /// <returns>The status, and the fault of the response; null where there is none.</returns>
    public Task<(int Status, string? Failure)> StepAsync()
    {
        var described = Choose();
        return SendAsync(described, described.Body is null ? null : bodies.Any(described.Body));
    }

    /// <summary>Sends every request that has a body, with a text in each place where the body has one in turn.</summary>
    /// <param name="text">The text, as JSON.</param>
    /// <returns>How many requests were sent, and the faults of their responses.</returns>
    public async Task<(int Sent, IReadOnlyList<string> Failures)> SendInEachPlaceAsync(string text)
    {
        var (sent, failures) = (0, new List<string>());
        foreach (var described in requests.Where(request => request.Body is not null))
        {
            foreach (var body in bodies.WithEach(described.Body!, text))
            {
                sent++;
                if (await SendAsync(described, body) is (_, { } failure))
                {
                    failures.Add(failure);
                }
            }
        }

        return (sent, failures);
    }

    private async Task<(int Status, string? Failure)> SendAsync(DescribedRequest described, string? body)
    {
        var story = stories[random.Next(stories.Count)];
        var path = PathOf(described, story);
        using var message = new HttpRequestMessage(new HttpMethod(described.Method), new Uri(path, UriKind.Relative));
        AddHeaders(message, described, story, body);
        var headers = message
            .Headers.Where(h => h.Key is "If-Match" or "Idempotency-Key")
            .Select(h => $"{h.Key}: {Short(string.Join(',', h.Value))}");
        var sent = $"{described.Method} {Short(path)} {Short(body ?? "")} {string.Join(' ', headers)}";
        try
        {
            using var response = await http.SendAsync(
                message,
                HttpCompletionOption.ResponseHeadersRead,
                TestContext.Current.CancellationToken
            );
            var text = await Person.TextAsync(response.Content);
            if (response.IsSuccessStatusCode)
            {
                Accepted.Add($"{described.Method} {described.Route}");
            }

            Learn(story, text, (int)response.StatusCode);
            var status = (int)response.StatusCode;
            var fault = ResponseFault.Of(response, text);
            return (status, fault is null ? null : $"{fault}\n  {sent}\n  {status} {Short(text, 1_500)}");
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            return (0, $"{thrown}\n  {sent}");
        }
    }

    private DescribedRequest Choose()
    {
        while (true)
        {
            var chosen = requests[random.Next(requests.Count)];
            if (!Expensive.Contains(chosen.Route) || random.Next(40) == 0)
            {
                return chosen;
            }
        }
    }

    private string PathOf(DescribedRequest described, StoryDriver story)
    {
        var path = described.Route;
        var query = new List<string>();
        foreach (var (place, name) in described.Parameters)
        {
            if (place == "path")
            {
                // The server refuses a NUL in a path; the test host throws instead of answering 400.
                var plain = name == "storyId" ? story.Id.ToString() : plausible.Text(name, name is "erasure" or "eventId" ? "uuid" : null);
                path = path.Replace(
                    $"{{{name}}}",
                    random.Next(8) == 0 ? hostile.Address().Replace("%00", "%01", StringComparison.Ordinal) : Uri.EscapeDataString(plain),
                    StringComparison.Ordinal
                );
            }
            else if (place == "query" && random.Next(3) == 0)
            {
                query.Add($"{name}={(random.Next(2) == 0 ? hostile.Address() : Uri.EscapeDataString(plausible.Text(name)))}");
            }
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private void AddHeaders(HttpRequestMessage message, DescribedRequest described, StoryDriver story, string? body)
    {
        var role =
            described.Roles.Count > 0 && random.Next(10) > 0
                ? described.Roles[random.Next(described.Roles.Count)]
                : (Role?)Enum.GetValues<Role>()[random.Next(Enum.GetValues<Role>().Length)];
        if (random.Next(30) > 0)
        {
            message.Headers.TryAddWithoutValidation(
                "Authorization",
                $"Bearer {(random.Next(60) == 0 ? hostile.Header() : Token(User(role!.Value), role))}"
            );
        }

        if (random.Next(10) > 0)
        {
            message.Headers.TryAddWithoutValidation(
                "If-Match",
                random.Next(15) == 0 ? hostile.Header() : $"\"v{versions.GetValueOrDefault(story.Id, 1)}\""
            );
        }

        if (random.Next(4) == 0)
        {
            message.Headers.TryAddWithoutValidation("Idempotency-Key", random.Next(3) == 0 ? hostile.Header() : $"{random.Next(50)}");
        }

        if (body is not null)
        {
            message.Content = new ByteArrayContent(
                random.Next(60) == 0 ? [.. Encoding.UTF8.GetBytes(body), 0xFF, 0xC0] : Encoding.UTF8.GetBytes(body)
            );
            message.Content.Headers.TryAddWithoutValidation("Content-Type", random.Next(40) == 0 ? "text/plain" : "application/json");
        }
    }

    /// <summary>Several people have each role, so that commands which need two people can succeed.</summary>
    private string User(Role role) =>
        role switch
        {
            Role.Reporter => random.Next(3) == 0 ? "rob" : "rita",
            Role.Editor => random.Next(2) == 0 ? "ed" : "eve",
            _ => $"{role.ToKebabCase()}{random.Next(2)}",
        };

    private string Token(string user, Role? role)
    {
        if (!tokens.TryGetValue((user, role), out var token))
        {
            tokens[(user, role)] = token = newsroom.Token(user, role is { } one ? [one] : []);
        }

        return token;
    }

    /// <summary>Reads versions and fingerprints from responses, so that later requests are based on current ones.</summary>
    private void Learn(StoryDriver story, string text, int status)
    {
        if (
            status is not (200 or 412 or 428 or 409)
            || text.Length > 100_000
            || !text.StartsWith('{')
            || text.Contains("}\n{", StringComparison.Ordinal)
        )
        {
            return;
        }

        var answer = JsonNode.Parse(text)!;
        if (
            (answer["currentVersion"] ?? (answer["story"] is not null || answer["id"] is not null ? answer["version"] : null))
                is JsonValue version
            && version.TryGetValue<long>(out var now)
        )
        {
            versions[story.Id] = now;
        }

        if (answer["currentFingerprint"] is JsonValue current)
        {
            plausible.Remember("current", current.GetValue<string>());
        }

        if (answer["article"] is not null && answer["fingerprint"] is JsonValue whole)
        {
            plausible.Remember($"{story.Id}", whole.GetValue<string>());
            foreach (var passage in (answer["quotes"]?.AsArray() ?? []).Concat(answer["claims"]?.AsArray() ?? []))
            {
                plausible.Remember($"{story.Id}{passage!["id"]}", passage["fingerprint"]!.GetValue<string>());
            }
        }
    }

    private static string Short(string text, int max = 700) => text.Length <= max ? text : $"{text[..max]}… ({text.Length:N0} characters)";
}
