using System.Security.Claims;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Distribution.Subscribers;

/// <summary>A subscriber acknowledges notices with its own token, which allows nothing else.</summary>
public sealed class AcknowledgeTests(Newsroom newsroom)
{
    [Fact]
    public async Task Only_the_subscriber_acknowledges_and_only_what_it_has()
    {
        var id = await RegisteredAsync();
        var (path, body) = ($"/subscribers/{id}/acknowledge", new { delivery = Guid.NewGuid() });
        (await newsroom.Subscriber(id).PostAsync(path, body)).IsRefused(404, "unknown-delivery");
        (await newsroom.Subscriber("city-times").PostAsync(path, body)).IsRefused(403, "subscriber-token-required");
        (await newsroom.As("ada", Role.Admin).PostAsync(path, body)).IsRefused(403, "subscriber-token-required");
        (await newsroom.Reader().PostAsync(path, body)).Is(401);
        var unregistered = newsroom.Subscriber("unregistered");
        (await unregistered.PostAsync("/subscribers/unregistered/acknowledge", body)).IsRefused(404, "unknown-subscriber");
        (await newsroom.Subscriber(id).PostAsync(path, new { delivery = " " })).Is(400);
        (await newsroom.Subscriber(id).PostAsync(path, """{"delivery":"\u202E<b>"}""")).Is(400);
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

    [Fact]
    public async Task A_subscriber_reads_its_own_deliveries_and_those_of_no_other()
    {
        var (own, other) = (await RegisteredAsync(), await RegisteredAsync());
        var path = $"/subscribers/{own}/deliveries";
        (await newsroom.Subscriber(own).GetAsync($"{path}?limit=1&state=failed")).Is(200).Body["items"]!.AsArray().ShouldBeEmpty();
        (await newsroom.Subscriber(own).GetAsync($"/subscribers/{other}/deliveries")).IsRefused(403, "role-required");
        (await newsroom.Subscriber(own).GetAsync("/subscribers/unregistered/deliveries")).IsRefused(403, "role-required");
        (await newsroom.Subscriber(own).GetAsync($"/subscribers/{own.ToUpperInvariant()}/deliveries")).Status.ShouldNotBe(200);
        (await newsroom.Subscriber("unregistered").GetAsync("/subscribers/unregistered/deliveries")).IsRefused(404, "unknown-subscriber");
        (await newsroom.As("ada", Role.Admin).GetAsync(path)).Is(200);
        (await newsroom.As("rita", Role.Reporter).GetAsync(path)).IsRefused(403, "role-required");
        (await newsroom.Reader().GetAsync(path)).Is(401);
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
}
