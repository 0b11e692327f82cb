using System.Net;
using Newsroom.Client.Http;
using Newsroom.Domain.Stories;
using static Newsroom.Client.Tests.StubServer;

namespace Newsroom.Client.Tests.Http;

public class RetryTests
{
    private const string Result = """{ "story": "0199f0a2-5c1b-7d3e-9a4f-1234567890ab", "version": 2, "events": [] }""";

    private static readonly (string, string) Now = ("Retry-After", "0");

    private readonly StubServer _server = new();

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_read_is_repeated_after_the_delay_that_the_server_asks_for(HttpStatusCode status)
    {
        var clock = new ImmediateClock();
        _server.Respond("{}", status, ("Retry-After", "5")).Respond("[]");

        var speakers = await _server.Connect(new NewsroomClientOptions { TimeProvider = clock }).Speakers.ListAsync(Cancellation);

        speakers.Value.ShouldBeEmpty();
        _server.Requests.Count.ShouldBe(2);
        clock.Delays.ShouldBe([TimeSpan.FromSeconds(5)]);
    }

    [Fact]
    public async Task A_date_is_a_delay_from_now()
    {
        var clock = new ImmediateClock();
        _server.Respond("{}", HttpStatusCode.ServiceUnavailable, ("Retry-After", "Thu, 12 Mar 2026 09:00:07 GMT")).Respond("[]");

        await _server.Connect(new NewsroomClientOptions { TimeProvider = clock }).Speakers.ListAsync(Cancellation);

        clock.Delays.ShouldBe([TimeSpan.FromSeconds(7)]);
    }

    [Fact]
    public async Task A_read_is_not_repeated_without_Retry_After()
    {
        _server.Respond("{}", HttpStatusCode.ServiceUnavailable);

        await Should.ThrowAsync<ApiException>(() => _server.Connect().Speakers.ListAsync(Cancellation));

        _server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task Other_refusals_are_not_repeated(HttpStatusCode status)
    {
        _server.Respond("{}", status, Now);

        (await Should.ThrowAsync<ApiException>(() => _server.Connect().Speakers.ListAsync(Cancellation))).StatusCode.ShouldBe(status);

        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_command_with_an_idempotency_key_is_repeated_with_the_same_key_and_body()
    {
        _server.Respond("{}", HttpStatusCode.ServiceUnavailable, Now).Respond(Result);

        var result = await _server.Connect().Stories.SendAsync(Guid.NewGuid(), new StoryCommand.AddNote("Call back"), "k1", Cancellation);

        result.Value.Version.ShouldBe(2);
        _server.Requests.Select(r => r.Headers.GetValues("Idempotency-Key").Single()).ShouldBe(["\"k1\"", "\"k1\""]);
        _server.Bodies.ShouldBe(["""{"text":"Call back"}""", """{"text":"Call back"}"""]);
    }

    [Fact]
    public async Task A_command_without_an_idempotency_key_is_not_repeated()
    {
        _server.Respond("{}", HttpStatusCode.ServiceUnavailable, Now);

        await Should.ThrowAsync<ApiException>(() =>
            _server.Connect().Stories.SendAsync(Guid.NewGuid(), new StoryCommand.AddNote("Call back"), cancellationToken: Cancellation));

        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_number_of_retries_is_bounded()
    {
        _server.Respond("{}", HttpStatusCode.ServiceUnavailable, Now);

        var refusal = await Should.ThrowAsync<ApiException>(() =>
            _server.Connect(new NewsroomClientOptions { MaxRetries = 2 }).Speakers.ListAsync(Cancellation));

        refusal.IsTransient.ShouldBeTrue();
        _server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_delay_above_the_limit_is_not_waited_for()
    {
        _server.Respond("{}", HttpStatusCode.TooManyRequests, ("Retry-After", "31"));

        await Should.ThrowAsync<ApiException>(() => _server.Connect().Speakers.ListAsync(Cancellation));

        _server.Requests.Count.ShouldBe(1);
    }

    /// <summary>Fires timers at once and records their delays.</summary>
    private sealed class ImmediateClock : TimeProvider
    {
        public List<TimeSpan> Delays { get; } = [];

        public override DateTimeOffset GetUtcNow() => new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Delays.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
