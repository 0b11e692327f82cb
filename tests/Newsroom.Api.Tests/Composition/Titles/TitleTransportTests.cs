using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Composition.Titles;

/// <summary>Streams, limits and methods work through the front as they do without it.</summary>
public sealed class TitleTransportTests(TitledInstallation installation) : IClassFixture<TitledInstallation>
{
    private const string Morning = TitledInstallation.Morning;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_live_feed_sends_an_event_of_its_title_while_the_request_runs()
    {
        using var http = installation.At(TitledInstallation.HostOf(Morning));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/events");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", installation.Token(Morning, "ed", Role.Editor));
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var items = SseParser.Create(await response.Content.ReadAsStreamAsync(Cancellation)).EnumerateAsync(Cancellation);

        var draft = new { desk = "world", headline = "A ferry", body = "It was late." };
        var drafted = (await installation.As(Morning, "rita", Role.Reporter).PostAsync("/stories/draft-article", draft)).Is(201);
        var story = $"{drafted.Json["story"]}";
        var received = items.FirstAsync(item => item.Data.Contains(story, StringComparison.Ordinal), Cancellation).AsTask();
        (await received.WaitAsync(Eventually.Timeout, Cancellation)).Data.ShouldContain("story");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_above_the_limit_is_refused(bool isChunked)
    {
        using var http = installation.At(TitledInstallation.HostOf(Morning));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/stories/draft-article");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", installation.Token(Morning, "rita", Role.Reporter));
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.ExpectContinue = true;
        request.Content = new StringContent(new string(' ', (8 << 20) + 1), Encoding.UTF8, "application/json");

        using var response = await http.SendAsync(request, Cancellation);
        ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType).ShouldBe((413, "application/problem+json"));
    }

    [Fact]
    public async Task A_request_for_the_head_has_the_headers_of_the_page_and_no_body()
    {
        var ed = installation.As(Morning, "ed", Role.Editor);
        var page = (await ed.GetAsync("/desks/world")).Is(200);
        var head = (await ed.SendAsync(HttpMethod.Head, "/desks/world", null, null)).Is(200);

        (head.Text, head.ContentType, head.Headers["Cache-Control"]).ShouldBe(("", page.ContentType, page.Headers["Cache-Control"]));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_answered_by_the_title() =>
        (await installation.As(Morning, "ed", Role.Editor).GetAsync("/nowhere")).Is(404).ContentType.ShouldBe("application/problem+json");
}
