using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Persistence;

/// <summary>Transient failures are retried a bounded number of times, with growing delays and jitter.</summary>
public sealed class TransientRetryTests
{
    private readonly FakeTimeProvider clock = new();
    private int attempts;

    [Fact]
    public async Task A_transaction_that_stops_colliding_succeeds()
    {
        var running = TransientRetry.RunAsync(CollideTimesAsync(2), clock, TestContext.Current.CancellationToken);
        (await ResultAsync(running)).ShouldBe(3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    public async Task A_transaction_that_always_collides_is_attempted_a_limited_number_of_times(int maxAttempts)
    {
        var running = TransientRetry.RunAsync(CollideTimesAsync(int.MaxValue), clock, TestContext.Current.CancellationToken, maxAttempts);
        var exhausted = await Should.ThrowAsync<RetriesExhaustedException>(() => ResultAsync(running));
        (attempts, exhausted.Attempts).ShouldBe((maxAttempts, maxAttempts));
        exhausted.InnerException.ShouldBeOfType<PostgresException>();
        DatabaseUnavailable.Is(exhausted).ShouldBeTrue();
    }

    [Fact]
    public async Task The_answer_after_the_last_attempt_says_when_to_try_again()
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        using var body = new MemoryStream();
        http.Response.Body = body;
        var exhausted = new RetriesExhaustedException(5, new InvalidOperationException());
        (await new DatabaseUnavailable().TryHandleAsync(http, exhausted, TestContext.Current.CancellationToken)).ShouldBeTrue();
        http.Response.StatusCode.ShouldBe(503);
        http.Response.Headers.RetryAfter.ToString().ShouldBe($"{DatabaseUnavailable.RetryAfter}");
        Encoding.UTF8.GetString(body.ToArray()).ShouldContain("at each of 5 attempts. Nothing was done; retry.");
    }

    [Fact]
    public async Task An_error_other_than_a_collision_is_not_retried()
    {
        Task<int> FailAsync()
        {
            attempts++;
            throw new InvalidOperationException("Damaged.");
        }

        await Should.ThrowAsync<InvalidOperationException>(() =>
            TransientRetry.RunAsync(FailAsync, clock, TestContext.Current.CancellationToken)
        );
        attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Cancellation_ends_the_delay()
    {
        using var cancelled = new CancellationTokenSource();
        var running = TransientRetry.RunAsync(CollideTimesAsync(int.MaxValue), clock, cancelled.Token);
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
        attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_attempted_before_the_delay_is_over()
    {
        var running = TransientRetry.RunAsync(CollideTimesAsync(1), clock, TestContext.Current.CancellationToken);
        clock.Advance(Backoff.OfTransactions.First / 2 - TimeSpan.FromTicks(1));
        attempts.ShouldBe(1);
        running.IsCompleted.ShouldBeFalse();
        (await ResultAsync(running)).ShouldBe(2);
    }

    [Fact]
    public void Delays_double_up_to_a_maximum_and_vary()
    {
        var backoff = new Backoff(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(70));
        Enumerable.Range(1, 5).Select(n => backoff.After(n, 0).TotalMilliseconds).ShouldBe([5, 10, 20, 35, 35]);
        Enumerable.Range(1, 5).Select(n => Math.Round(backoff.After(n, 0.999999).TotalMilliseconds)).ShouldBe([10, 20, 40, 70, 70]);
        backoff.After(int.MaxValue, 0.5).ShouldBeLessThanOrEqualTo(backoff.Max);
    }

    [Fact]
    public void Delays_follow_from_the_source_of_jitter()
    {
        TimeSpan[] Draw(int seed)
        {
            var backoff = Backoff.OfTransactions with { Random = new Random(seed) };
            return [.. Enumerable.Range(1, 5).Select(backoff.Draw)];
        }

        Draw(1).ShouldBe(Draw(1));
        Draw(1).ShouldNotBe(Draw(2));
    }

    private Func<Task<int>> CollideTimesAsync(int times) =>
        () =>
            ++attempts <= times
                ? throw new PostgresException("Refused.", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure)
                : Task.FromResult(attempts);

    /// <summary>Sets the clock forward until the operation has ended.</summary>
    private async Task<int> ResultAsync(Task<int> running)
    {
        while (!running.IsCompleted)
        {
            clock.Advance(Backoff.OfTransactions.Max);
            await Task.Yield();
        }

        return await running;
    }
}
