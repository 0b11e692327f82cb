using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Newsroom.Cli.Tests;

/// <summary>Gives prepared responses and records the requests.</summary>
public sealed class FakeServer
{
    private const string AnyResult = $$"""{ "story": "{{StoryId}}", "version": 18, "events": [] }""";

    private readonly Dictionary<string, Func<HttpResponseMessage>> responses = [];

    /// <summary>The id of a story.</summary>
    public const string StoryId = "0199f0a2-5c1b-7d3e-9a4f-1234567890ab";

    /// <summary>A story in a list, with markup and a control character in its headline.</summary>
    public const string Card = $$"""
        {
            "id": "{{StoryId}}", "version": 3, "slug": "mayor", "headline": "Mayor [red]to[/] \u001b[31mrebuild", "desk": "town",
            "language": "en", "stage": "drafting", "ready": false, "edition": 0, "drafter": "ada@newsroom", "speakers": [],
            "blockers": [], "stageSince": "2026-03-12T09:00:00Z", "changedAt": "2026-03-12T09:00:00Z", "words": ""
        }
        """;

    /// <summary>Gets method, path and query of every request.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Gets the headers of the last request.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>Gets the body of the last request.</summary>
    public JsonNode? Body { get; private set; }

    /// <summary>Asserts the body of the last request, whatever the order of its members.</summary>
    public void BodyShouldBe(string json) => JsonNode.DeepEquals(Body, JsonNode.Parse(json)).ShouldBeTrue(Body?.ToJsonString());

    /// <summary>Gets a client that is connected to it.</summary>
    public HttpClient Client => new(new Handler(this)) { BaseAddress = new Uri("http://newsroom.example/") };

    /// <summary>Prepares the response to a method, path and query.</summary>
    public FakeServer On(
        string request,
        string json,
        HttpStatusCode status = HttpStatusCode.OK,
        string? link = null,
        bool isPreview = false
    )
    {
        responses[request] = () =>
        {
            var response = Of(json, status);
            if (link is not null)
            {
                response.Headers.Add("Link", link);
            }

            if (isPreview)
            {
                response.Headers.Add("Preference-Applied", "dry-run");
            }

            return response;
        };
        return this;
    }

    private async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var key = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        Requests.Add(key);
        Headers.Clear();
        foreach (var (name, values) in request.Headers)
        {
            Headers[name] = string.Join(", ", values);
        }

        Body = request.Content is null ? Body : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        var response = responses.TryGetValue(key, out var prepared) ? prepared() : Of(AnyResult, HttpStatusCode.OK);
        response.RequestMessage = request;
        return response;
    }

    private static HttpResponseMessage Of(string json, HttpStatusCode status) =>
        new(status) { Content = new StringContent(Page(json), Encoding.UTF8, "application/json") };

    // A list is answered as a page.
    private static string Page(string json) => json.TrimStart().StartsWith('[') ? $$"""{"items":{{json}},"next":null}""" : json;

    private sealed class Handler(FakeServer server) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            server.RespondAsync(request, cancellationToken);
    }
}
