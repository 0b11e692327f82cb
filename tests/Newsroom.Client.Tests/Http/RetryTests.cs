using System.Net;
using Newsroom.Client.Http;
using Newsroom.Domain.Stories;
using static Newsroom.Client.Tests.StubServer;

namespace Newsroom.Client.Tests.Http;

public class RetryTests
{
    private const string Result = """{ "story": "0199f0a2-5c1b-7d3e-9a4f-1234567890ab", "version": 2, "events": [] }""";

    private static readonly (string, string) Now = ("Retry-After", "0");

    private readonly StubServer server = new();

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_read_is_repeated_after_the_delay_that_the_server_asks_for(HttpStatusCode status)
    {
        var clock = new ImmediateClock();
        server.Respond("{}", status, ("Retry-After", "5")).Respond("[]");

        var speakers = await server.Connect(new NewsroomClientOptions { TimeProvider = clock }).Speakers.ListAsync(Cancellation);

        speakers.Value.Items.ShouldBeEmpty();
        server.Requests.Count.ShouldBe(2);
        clock.Delays.ShouldBe([TimeSpan.FromSeconds(5)]);
    }

    [Fact]
    public async Task A_date_is_a_delay_from_now()
    {
        var clock = new ImmediateClock();
        server.Respond("{}", HttpStatusCode.ServiceUnavailable, ("Retry-After", "Thu, 12 Mar 2026 09:00:07 GMT")).Respond("[]");

        await server.Connect(new NewsroomClientOptions { TimeProvider = clock }).Speakers.ListAsync(Cancellation);

        clock.Delays.ShouldBe([TimeSpan.FromSeconds(7)]);
    }

    [Fact]
    public async Task A_read_is_not_repeated_without_Retry_After()
    {
        server.Respond("{}", HttpStatusCode.ServiceUnavailable);

        await Should.ThrowAsync<ApiException>(() => server.Connect().Speakers.ListAsync(Cancellation));

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task Other_refusals_are_not_repeated(HttpStatusCode status)
    {
        server.Respond("{}", status, Now);

        (await Should.ThrowAsync<ApiException>(() => server.Connect().Speakers.ListAsync(Cancellation))).StatusCode.ShouldBe(status);

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_command_with_an_idempotency_key_is_repeated_with_the_same_key_and_body()
    {
        server.Respond("{}", HttpStatusCode.ServiceUnavailable, Now).Respond(Result);

        var result = await server.Connect().Stories.SendAsync(Guid.NewGuid(), new StoryCommand.AddNote("Call back"), "k1", Cancellation);

        result.Value.Version.ShouldBe(2);
        server.Requests.Select(r => r.Headers.GetValues("Idempotency-Key").Single()).ShouldBe(["\"k1\"", "\"k1\""]);
        server.Bodies.ShouldBe(["""{"text":"Call back"}""", """{"text":"Call back"}"""]);
    }

    [Fact]
    public async Task A_command_without_an_idempotency_key_is_not_repeated()
    {
        server.Respond("{}", HttpStatusCode.ServiceUnavailable, Now);

        await Should.ThrowAsync<ApiException>(() =>
            server.Connect().Stories.SendAsync(Guid.NewGuid(), new StoryCommand.AddNote("Call back"), cancellationToken: Cancellation)
        );

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_command_without_an_idempotency_key_is_repeated_where_it_came_too_early()
    {
        server.Respond("{}", HttpStatusCode.TooManyRequests, Now).Respond(Result);

        var result = await server
            .Connect()
            .Stories.SendAsync(Guid.NewGuid(), new StoryCommand.AddNote("Call back"), cancellationToken: Cancellation);

        result.Value.Version.ShouldBe(2);
        server.Bodies.ShouldBe(["""{"text":"Call back"}""", """{"text":"Call back"}"""]);
    }

    [Fact]
    public async Task The_number_of_retries_is_bounded()
    {
        server.Respond("{}", HttpStatusCode.ServiceUnavailable, Now);

        var refusal = await Should.ThrowAsync<ApiException>(() =>
            server.Connect(new NewsroomClientOptions { MaxRetries = 2 }).Speakers.ListAsync(Cancellation)
        );

        refusal.IsTransient.ShouldBeTrue();
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_delay_above_the_limit_is_not_waited_for()
    {
        server.Respond("{}", HttpStatusCode.TooManyRequests, ("Retry-After", "31"));

        await Should.ThrowAsync<ApiException>(() => server.Connect().Speakers.ListAsync(Cancellation));

        server.Requests.Count.ShouldBe(1);
    }
}
