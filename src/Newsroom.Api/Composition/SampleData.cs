using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Composition;

/// <summary>
/// Loads the sample data through the public API. Each step has a token of its person, and the version and words that this person reads.
/// </summary>
/// <param name="folder">The folder with <c>newsroom.json</c> and <c>stories/</c>.</param>
/// <param name="api">A client of the API.</param>
/// <param name="token">Creates a token for a user and roles.</param>
public sealed class SampleData(string folder, HttpClient api, Func<string, IEnumerable<Role>, string> token)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, Role[]> roles = [];

    /// <summary>Returns the people of the sample data.</summary>
    public static IReadOnlyList<SeedPerson> People(string folder) =>
        JsonSerializer.Deserialize<SeedNewsroom>(File.ReadAllText(Path.Combine(folder, "newsroom.json")), Json)!.People;

    /// <summary>Loads everything.</summary>
    /// <exception cref="InvalidOperationException">A step was refused, or was not refused with the code that it names.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var newsroom = JsonSerializer.Deserialize<SeedNewsroom>(
            await File.ReadAllTextAsync(Path.Combine(folder, "newsroom.json"), cancellationToken),
            Json
        )!;
        foreach (var person in newsroom.People)
        {
            roles[person.User] = person.Roles;
        }

        await LoadPeopleAndDesksAsync(newsroom, cancellationToken);
        foreach (var policy in newsroom.Policies)
        {
            await LoadPolicyAsync(policy, cancellationToken);
        }

        var reporter = newsroom.People.First(p => p.Roles.Contains(Role.Reporter)).User;
        foreach (var speaker in newsroom.Speakers)
        {
            await SendAsync(HttpMethod.Post, "/speakers/register-speaker", reporter, speaker, null, cancellationToken);
        }

        foreach (var story in Directory.EnumerateDirectories(Path.Combine(folder, "stories")).Order(StringComparer.Ordinal))
        {
            await LoadStoryAsync(story, cancellationToken);
        }
    }

    private async Task LoadPeopleAndDesksAsync(SeedNewsroom newsroom, CancellationToken cancellationToken)
    {
        var admin = newsroom.People.First(p => p.Roles.Contains(Role.Admin)).User;
        foreach (var person in newsroom.People)
        {
            var description = JsonSerializer.SerializeToNode(new { person.Name, person.Roles }, Json);
            await SendAsync(HttpMethod.Put, $"/people/{person.User}", admin, description, null, cancellationToken);
        }

        foreach (var desk in newsroom.Desks)
        {
            await SendAsync(HttpMethod.Put, $"/desks/{desk["id"]}", admin, Without(desk, "id"), null, cancellationToken);
        }
    }

    private async Task LoadPolicyAsync(SeedPolicy policy, CancellationToken cancellationToken)
    {
        var desk = $"/desks/{policy.Desk}";
        var proposal = new JsonObject { ["gates"] = policy.Gates, ["reason"] = policy.Reason };
        var proposed = await SendAsync(HttpMethod.Post, $"{desk}/propose-policy", policy.ProposedBy, proposal, null, cancellationToken);
        var version = proposed!["versions"]!.AsArray().Max(v => v!["version"]!.GetValue<int>());
        var acceptance = new JsonObject { ["version"] = version };
        await SendAsync(HttpMethod.Post, $"{desk}/accept-policy", policy.AcceptedBy, acceptance, null, cancellationToken);
    }

    private async Task LoadStoryAsync(string story, CancellationToken cancellationToken)
    {
        var steps = JsonSerializer.Deserialize<List<SeedStep>>(
            await File.ReadAllTextAsync(Path.Combine(story, "steps.json"), cancellationToken),
            Json
        )!;
        var file = StoryFile.Parse(await File.ReadAllTextAsync(Path.Combine(story, "article.md"), cancellationToken));
        var draft = new JsonObject([.. file.Matter.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value)), new("body", file.Body)]);
        var drafted = await SendAsync(HttpMethod.Post, "/stories/draft-article", steps[0].By, draft, null, cancellationToken);
        var address = $"/stories/{drafted!["story"]}";
        foreach (var step in steps.Skip(1))
        {
            var seen = (await SendAsync(HttpMethod.Get, address, step.By, null, null, cancellationToken))!;
            await SendAsync(
                HttpMethod.Post,
                $"{address}/{step.Do}",
                step.By,
                Completed(step, seen),
                $"\"v{seen["version"]}\"",
                cancellationToken,
                step.Refused
            );
        }
    }

    /// <summary>Completes a command with values read from the story: a fingerprint, or a whole text with some words replaced.</summary>
    private static JsonObject Completed(SeedStep step, JsonNode seen)
    {
        var command = step.With?.DeepClone().AsObject() ?? [];
        var description = CommandCatalog.All.Single(c => c.Name == step.Do);
        if (description.Precondition == Precondition.Fingerprint)
        {
            var passage = (command["passage"] ?? command["subject"] ?? command["claim"])?.GetValue<string>();
            var subject = passage is null
                ? seen
                : seen["quotes"]!.AsArray().Concat(seen["claims"]!.AsArray()).First(p => p!["id"]!.GetValue<string>() == passage)!;
            command["fingerprint"] = subject["fingerprint"]!.DeepClone();
        }

        if (command["replace"] is JsonArray replacements)
        {
            command.Remove("replace");
            foreach (var replacement in replacements.Select(r => r!.AsObject()))
            {
                var field = replacement["field"]!.GetValue<string>();
                var text = (command[field] ?? seen["article"]![field])!.GetValue<string>();
                command[field] = text.Replace(
                    replacement["from"]!.GetValue<string>(),
                    replacement["to"]!.GetValue<string>(),
                    StringComparison.Ordinal
                );
            }
        }

        return command;
    }

    private async Task<JsonNode?> SendAsync(
        HttpMethod method,
        string address,
        string user,
        JsonNode? body,
        string? ifMatch,
        CancellationToken cancellationToken,
        string? refused = null
    )
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token(user, roles[user]));
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var response = await api.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        return IsExpected(response, answer, refused)
            ? JsonNode.Parse(answer)
            : throw new InvalidOperationException($"{user} {method} {address} was answered {(int)response.StatusCode}: {answer}");
    }

    private static bool IsExpected(HttpResponseMessage response, string answer, string? refused) =>
        response.IsSuccessStatusCode == refused is null
        && (refused is null || JsonNode.Parse(answer)!["reasons"]!.AsArray().Any(reason => $"{reason!["code"]}" == refused));

    private static JsonObject Without(JsonObject node, string member)
    {
        var copy = node.DeepClone().AsObject();
        copy.Remove(member);
        return copy;
    }

    /// <summary>A person of the sample data.</summary>
    /// <param name="User">The user name in tokens.</param>
    /// <param name="Name">The display name.</param>
    /// <param name="Roles">The roles.</param>
    public sealed record SeedPerson(string User, string Name, Role[] Roles);

    private sealed record SeedNewsroom(
        List<JsonObject> Desks,
        List<SeedPolicy> Policies,
        List<SeedPerson> People,
        List<JsonObject> Speakers
    );

    private sealed record SeedPolicy(string Desk, string ProposedBy, string AcceptedBy, string Reason, JsonArray Gates);

    private sealed record SeedStep(string By, string Do, JsonObject? With, string? Refused);
}
