using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Newsroom.Api.Commands;
using Newsroom.Api.Distribution.Subscribers;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;
using Npgsql;

namespace Newsroom.Api.Tests.Distribution.Subscribers;

/// <summary>A subscriber acknowledges notices with its own token, which allows nothing else.</summary>
public sealed class AcknowledgeTests(Newsroom newsroom)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_subscriber_acknowledges_and_only_what_it_has()
    {
        var id = await RegisteredAsync();
        var (path, body) = ($"/subscribers/{id}/acknowledge", new { delivery = "1" });
        (await newsroom.Subscriber(id).PostAsync(path, body)).IsRefused(404, "unknown-delivery");
        (await newsroom.Subscriber("city-times").PostAsync(path, body)).IsRefused(403, "subscriber-token-required");
        (await newsroom.As("ada", Role.Admin).PostAsync(path, body)).IsRefused(403, "subscriber-token-required");
        (await newsroom.Reader().PostAsync(path, body)).Is(401);
        (await newsroom.Subscriber("nobody").PostAsync("/subscribers/nobody/acknowledge", body)).IsRefused(404, "unknown-subscriber");
        (await newsroom.Subscriber(id).PostAsync(path, new { delivery = " " })).Is(400);
        (await newsroom.Subscriber(id).PostAsync(path, """{"delivery":"\u202E<b>"}""")).IsRefused(422, "bidi-control");
    }

    [Fact]
    public async Task A_subscriber_reads_nothing_that_is_not_public()
    {
        var id = await RegisteredAsync();
        var subscriber = newsroom.Subscriber(id);
        foreach (var permit in Permissions.All.Where(p => p is { IsRead: true, IsPublic: false, IsOfSubscriber: false }))
        {
            var path = permit
                .Route.Replace("{subscriber}", id, StringComparison.Ordinal)
                .Replace("{storyId}", $"{Guid.Empty}", StringComparison.Ordinal)
                .Replace("{eventId}", $"{Guid.Empty}", StringComparison.Ordinal);
            (await subscriber.GetAsync(path)).Status.ShouldBe(403, permit.Route);
        }

        (await subscriber.PostAsync($"/subscribers/{id}/pause-subscriber", new { reason = "Mine." })).IsRefused(403, "role-required");
        (await subscriber.GetAsync("/published")).Is(200);
    }

    [Theory]
    [InlineData("harbour-news", "editor")]
    [InlineData("Harbour News", null)]
    [InlineData("", null)]
    public void A_token_of_a_subscriber_names_one_and_has_no_roles(string subscriber, string? role) =>
        TokenClaims.Reject(Claimed(("sub", "harbour"), ("subscriber", subscriber), ("roles", role))).ShouldNotBeNull();

    [Fact]
    public void A_token_names_at_most_one_subscriber()
    {
        TokenClaims.Reject(Claimed(("sub", "harbour"), ("subscriber", "harbour-news"))).ShouldBeNull();
        TokenClaims.Reject(Claimed(("sub", "harbour"), ("subscriber", "a"), ("subscriber", "b"))).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_acknowledgement_has_its_time_and_the_identity_in_the_token()
    {
        await using var connection = await OpenAsync();
        var attempt = AttemptOf("d1", connection);
        await attempt.LoadContextAsync(Known, Cancel);
        attempt.Decide(Known).Refusal.ShouldBeNull();
        var answer = await attempt.ApplyAsync(new(Guid.Empty, Known), [], Cancel);
        answer.Value.ShouldBe(new Acknowledgement("harbour-news", "d1", "subscriber:harbour-news@test", Now));
    }

    [Fact]
    public async Task A_delivery_to_another_subscriber_is_not_acknowledged()
    {
        await using var connection = await OpenAsync();
        var attempt = AttemptOf("d2", connection);
        await attempt.LoadContextAsync(Known, Cancel);
        attempt.Decide(Known).Refusal!.Code.ShouldBe("unknown-delivery");
    }

    private static Subscriber Known => new("harbour-news", "Harbour News", "https://news.example.org");

    private ValueTask<NpgsqlConnection> OpenAsync() =>
        newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(Cancel);

    private static AcknowledgeAttempt AttemptOf(string delivery, NpgsqlConnection connection) =>
        new(
            new CommandTransaction(null!, connection.BeginTransaction()),
            "harbour-news",
            new AcknowledgeNotice(delivery),
            (Actor.Of("subscriber:harbour-news@test"), "harbour-news"),
            new OneDelivery(),
            new FakeTimeProvider(Now)
        );

    private async Task<string> RegisteredAsync()
    {
        var id = $"acknowledging-{Guid.NewGuid():N}";
        var body = new { id, name = "Acknowledging News", url = "https://news.example.org/in" };
        (await newsroom.As("ada", Role.Admin).PostAsync("/subscribers/register-subscriber", body)).Is(201);
        return id;
    }

    private static ClaimsPrincipal Claimed(params (string Type, string? Value)[] claims) =>
        new(
            new ClaimsIdentity(
                claims.Where(claim => claim.Value is not null).Select(claim => new Claim(claim.Type, claim.Value!))
            )
        );

    private sealed class OneDelivery : IDeliveries
    {
        public Task<bool> HasAsync(NpgsqlConnection connection, string subscriber, string delivery, CancellationToken cancellationToken) =>
            Task.FromResult(delivery == "d1");

        public Task<Acknowledgement> AcknowledgeAsync(
            NpgsqlConnection connection,
            string subscriber,
            string delivery,
            string by,
            DateTimeOffset at,
            CancellationToken cancellationToken
        ) => Task.FromResult(new Acknowledgement(subscriber, delivery, by, at));
    }
}
