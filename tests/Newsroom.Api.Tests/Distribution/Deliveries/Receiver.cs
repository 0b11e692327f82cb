using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StandardWebhooks;

namespace Newsroom.Api.Tests.Distribution.Deliveries;

/// <summary>A message that a subscriber received.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body.</param>
internal sealed record ReceivedMessage(string Id, IHeaderDictionary Headers, string Body)
{
    /// <summary>Gets the body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>Gets the type of the event.</summary>
    public string Type => Json["type"]!.GetValue<string>();

    /// <summary>Gets the version of the story.</summary>
    public long Version => Json["data"]!["version"]!.GetValue<long>();
}

/// <summary>The server of a subscriber. It verifies each message with a package of its own.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedMessage> messages = new();

    private Receiver(WebApplication app) => this.app = app;

    /// <summary>What it answers, by the number of messages received so far, from 1.</summary>
    public Func<HttpContext, int, Task> Respond { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The secret; null while it is unknown, when nothing is verified.</summary>
    public string? Secret { get; set; }

    /// <summary>The messages, in the order of their arrival.</summary>
    public IReadOnlyList<ReceivedMessage> Messages => [.. messages];

    /// <summary>Its address.</summary>
    public string Url =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/in";

    /// <summary>Starts one on a free port.</summary>
    public static async Task<Receiver> StartAsync(bool isSelfSigned = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    if (isSelfSigned)
                    {
                        listen.UseHttps(SelfSigned());
                    }
                }
            )
        );
        var receiver = new Receiver(builder.Build());
        receiver.app.MapPost("/in", receiver.ReceiveAsync);
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        if (Secret is { } secret)
        {
            new StandardWebhook(secret).Verify(body, http.Request.Headers);
        }

        var headers = new HeaderDictionary(http.Request.Headers.ToDictionary());
        messages.Enqueue(new ReceivedMessage(headers["webhook-id"].ToString(), headers, body));
        await Respond(http, messages.Count);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = DateTimeOffset.UtcNow;
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
