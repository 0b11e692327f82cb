using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Newsroom.Api.Tests.Cli;

/// <summary>Answers what it is told to, and remembers what it was asked.</summary>
public sealed class FakeNewsroom
{
    private readonly Dictionary<string, Func<HttpResponseMessage>> answers = [];

    /// <summary>A story's id to use.</summary>
    public const string StoryId = "0199f0a2-5c1b-7d3e-9a4f-1234567890ab";

    /// <summary>What it was asked: method, path and query.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The last request's headers.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>The last body.</summary>
    public JsonNode? Body { get; private set; }

    /// <summary>A client of it.</summary>
    public HttpClient Client => new(new Handler(this)) { BaseAddress = new Uri("http://newsroom.example/") };

    /// <summary>An answer to a method and path with query.</summary>
    public FakeNewsroom On(string asked, string json, HttpStatusCode status = HttpStatusCode.OK, string? link = null)
    {
        answers[asked] = () =>
        {
            var response = Of(json, status);
            if (link is not null)
            {
                response.Headers.Add("Link", link);
            }

            return response;
        };
        return this;
    }

    private async Task<HttpResponseMessage> Answer(HttpRequestMessage request, CancellationToken cancel)
    {
        var asked = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        Asked.Add(asked);
        Headers.Clear();
        foreach (var (name, values) in request.Headers)
        {
            Headers[name] = string.Join(", ", values);
        }

        Body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancel));
        var answer = answers.TryGetValue(asked, out var told) ? told() : Of($$"""{ "story": "{{StoryId}}", "version": 18, "events": [] }""", HttpStatusCode.OK);
        answer.RequestMessage = request;
        return answer;
    }

    private static HttpResponseMessage Of(string json, HttpStatusCode status) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private sealed class Handler(FakeNewsroom newsroom) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => newsroom.Answer(request, cancellationToken);
    }
}
