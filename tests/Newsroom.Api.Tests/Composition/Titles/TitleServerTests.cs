using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newsroom.Api.Composition.Titles;

namespace Newsroom.Api.Tests.Composition.Titles;

/// <summary>A pipeline that is entered through another server behaves as on a server of its own, over both versions of HTTP.</summary>
public sealed class TitleServerTests : IAsyncLifetime
{
    private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TitleServer server = new("morning", ["http://127.0.0.1:5080"]);
    private WebApplication title = null!;
    private WebApplication front = null!;

    public static TheoryData<string> Versions => ["1.1", "2.0"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Headers_that_are_set_as_the_response_starts_are_sent(string version)
    {
        using var response = await SendAsync(version, HttpMethod.Get, "/empty");
        ((int)response.StatusCode, response.Headers.GetValues("late").Single()).ShouldBe((204, "title"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Features_of_the_front_are_not_those_of_the_title(string version)
    {
        using var response = await SendAsync(version, HttpMethod.Get, "/features");
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe("item: none, service: title, title: morning");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_body_is_echoed_while_it_is_sent(string version)
    {
        using var response = await SendAsync(version, HttpMethod.Post, "/echo", new StringContent("words"));
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe("words");
    }

    [Fact]
    public async Task A_trailer_is_sent()
    {
        using var response = await SendAsync("2.0", HttpMethod.Get, "/trailer");
        await response.Content.ReadAsStringAsync(Cancellation);
        response.TrailingHeaders.GetValues("digest").Single().ShouldBe("abc");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_failure_is_an_internal_error_and_the_next_request_is_served(string version)
    {
        (await SendAsync(version, HttpMethod.Get, "/failure")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await SendAsync(version, HttpMethod.Get, "/empty")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_client_that_leaves_cancels_the_request(string version)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var request = SendAsync(version, HttpMethod.Get, "/wait", cancellationToken: leaving.Token);
        await entered.Task.WaitAsync(Eventually.Timeout, Cancellation);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(request);
        await aborted.Task.WaitAsync(Eventually.Timeout, Cancellation);
    }

    [Fact]
    public async Task A_title_stops_after_its_running_request_and_takes_no_other()
    {
        var running = SendAsync("1.1", HttpMethod.Get, "/wait");
        await entered.Task.WaitAsync(Eventually.Timeout, Cancellation);
        var stopping = title.StopAsync(Cancellation);
        (await SendAsync("1.1", HttpMethod.Get, "/empty")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        stopping.IsCompleted.ShouldBeFalse();

        released.SetResult();
        (await running).StatusCode.ShouldBe(HttpStatusCode.OK);
        await stopping;
    }

    [Fact]
    public async Task A_request_that_does_not_end_is_aborted()
    {
        var running = SendAsync("1.1", HttpMethod.Get, "/wait");
        await entered.Task.WaitAsync(Eventually.Timeout, Cancellation);
        await title.StopAsync(new CancellationToken(canceled: true));
        await aborted.Task.WaitAsync(Eventually.Timeout, Cancellation);
        await Should.ThrowAsync<HttpRequestException>(running);
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IServer>(server).AddSingleton(new Owner("title"));
        title = builder.Build();
        Map(title);
        await title.StartAsync(Cancellation);

        builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new Owner("front"));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        front = builder.Build();
        front.Run(async http =>
        {
            http.Items["item"] = "front";
            _ = http.RequestServices.GetRequiredService<Owner>();
            if (!await server.HandleAsync(http))
            {
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }
        });
        await front.StartAsync(Cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        released.TrySetResult();
        await front.DisposeAsync();
        await title.DisposeAsync();
    }

    private void Map(WebApplication app)
    {
        app.MapGet(
            "/empty",
            (HttpContext http) =>
            {
                http.Response.OnStarting(() =>
                {
                    http.Response.Headers["late"] = http.RequestServices.GetRequiredService<Owner>().Name;
                    return Task.CompletedTask;
                });
                return Results.NoContent();
            }
        );
        app.MapGet(
            "/features",
            (HttpContext http) =>
                $"item: {http.Items["item"] ?? "none"}, service: {http.RequestServices.GetRequiredService<Owner>().Name}, "
                + $"title: {CurrentTitle.Name}"
        );
        app.MapPost("/echo", (HttpContext http) => http.Request.Body.CopyToAsync(http.Response.Body, http.RequestAborted));
        app.MapGet(
            "/trailer",
            async (HttpContext http) =>
            {
                http.Response.DeclareTrailer("digest");
                await http.Response.WriteAsync("words", http.RequestAborted);
                http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers["digest"] = "abc";
            }
        );
        app.MapGet("/failure", string () => throw new InvalidOperationException("The endpoint fails."));
        app.MapGet("/wait", (Delegate)WaitAsync);
    }

    private async Task<IResult> WaitAsync(HttpContext http)
    {
        entered.TrySetResult();
        try
        {
            await released.Task.WaitAsync(http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            aborted.TrySetResult();
            throw;
        }

        return Results.Ok();
    }

    private async Task<HttpResponseMessage> SendAsync(
        string version,
        HttpMethod method,
        string path,
        HttpContent? content = null,
        CancellationToken? cancellationToken = null
    )
    {
        using var http = new HttpClient { BaseAddress = new Uri(front.Urls.ElementAt(version == "1.1" ? 0 : 1)) };
        using var request = new HttpRequestMessage(method, path)
        {
            Content = content,
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        return await http.SendAsync(request, cancellationToken ?? Cancellation);
    }

    private sealed record Owner(string Name);
}
