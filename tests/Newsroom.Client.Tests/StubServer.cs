using System.Net;
using System.Text;
using Newsroom.Client.Http;

namespace Newsroom.Client.Tests;

/// <summary>Gives responses in order and records the requests; the last response repeats.</summary>
public sealed class StubServer
{
    private readonly List<Func<HttpResponseMessage>> responses = [];

    /// <summary>Gets the token that cancels a test.</summary>
    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public List<HttpRequestMessage> Requests { get; } = [];

    public List<string?> Bodies { get; } = [];

    public StubServer Respond(string json, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        responses.Add(() =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(Page(json), Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers)
            {
                response.Headers.Add(name, value);
            }

            return response;
        });
        return this;
    }

    public StubServer Fail(Exception failure)
    {
        responses.Add(() => throw failure);
        return this;
    }

    public NewsroomClient Connect(NewsroomClientOptions? options = null) =>
        new(new HttpClient(new Handler(this)) { BaseAddress = new Uri("http://newsroom.example/") }, options);

    // A list is answered as a page.
    private static string Page(string json) => json.TrimStart().StartsWith('[') ? $$"""{"items":{{json}},"next":null}""" : json;

    private async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Bodies.Add(request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken));
        Requests.Add(request);
        var response = responses[Math.Min(Requests.Count, responses.Count) - 1]();
        response.RequestMessage = request;
        return response;
    }

    private sealed class Handler(StubServer server) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            server.RespondAsync(request, cancellationToken);
    }
}
