using System.Net;
using System.Text;
using Newsroom.Client.SignIn;

namespace Newsroom.Client.Tests.SignIn;

/// <summary>An issuer that gives prepared answers, and a clock whose waits end at once and are recorded.</summary>
internal sealed class StubIssuer : HttpMessageHandler
{
    public const string Name = "https://login.example";

    private readonly Queue<(HttpStatusCode Status, string Json)> answers = new();

    /// <summary>Gets or sets the discovery document.</summary>
    public string Document { get; set; } =
        $$"""
            {
                "issuer": "{{Name}}", "token_endpoint": "{{Name}}/token", "device_authorization_endpoint": "{{Name}}/device",
                "revocation_endpoint": "{{Name}}/revoke", "scopes_supported": ["openid", "offline_access"]
            }
            """;

    /// <summary>Gets paths and bodies of the requests after discovery.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Gets or sets what happens before an answer.</summary>
    public Action Answering { get; set; } = () => { };

    public RecordedClock Clock { get; } = new();

    public TokenIssuer Connect(string name = Name) => new(new HttpClient(this, disposeHandler: false), name, "newsroom-cli", Clock);

    public StubIssuer Answer(string json, HttpStatusCode status = HttpStatusCode.OK)
    {
        answers.Enqueue((status, json));
        return this;
    }

    public StubIssuer Refuse(string error) => Answer($$"""{ "error": "{{error}}" }""", HttpStatusCode.BadRequest);

    /// <summary>Breaks the connection of a request.</summary>
    public StubIssuer Break()
    {
        answers.Enqueue((0, ""));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            return Of(request.RequestUri!.AbsolutePath.EndsWith("openid-configuration", StringComparison.Ordinal) ? Document : "{}");
        }

        Requests.Add($"{request.RequestUri!.AbsolutePath} {await request.Content!.ReadAsStringAsync(cancellationToken)}");
        Answering();
        var (status, json) = answers.Dequeue();
        return status == 0 ? throw new HttpRequestException("The connection was reset.") : Of(json, status);
    }

    private static HttpResponseMessage Of(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
