using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>Every response states how it may be cached; other origins read public responses only if they are listed.</summary>
public sealed class ResponseHeaderTests(Newsroom newsroom)
{
    private const string Origin = "https://www.example.org";

    private static readonly string[] Cors =
    [
        "Access-Control-Allow-Origin",
        "Access-Control-Allow-Methods",
        "Access-Control-Expose-Headers",
    ];

    [Fact]
    public async Task A_public_response_may_be_shared_for_ten_seconds()
    {
        var page = (await newsroom.Reader().GetAsync("/published")).Is(200);
        page.Headers["Cache-Control"].ShouldBe("public, must-revalidate, max-age=10");
        page.Headers.ShouldNotContainKey("Vary");
    }

    [Fact]
    public async Task A_response_to_staff_is_private_and_revalidated()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Cached", "It rains.");
        var read = await story.ReadAsync();
        read.Headers["Cache-Control"].ShouldBe("no-cache, private");
        read.Headers["Vary"].ShouldBe("Authorization");
        var again = await newsroom.As("reading", Role.Editor).GetAsync($"/stories/{story.Id}", read.ETag);
        (again.Status, again.Headers["Cache-Control"]).ShouldBe((304, "no-cache, private"));
    }

    [Fact]
    public async Task Commands_and_refusals_are_not_stored()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Not cached", "It rains.");
        (await story.ReplaceAsync("ed", Role.Editor, "rains", "snows")).Is(200).Headers["Cache-Control"].ShouldBe("no-store");
        (await newsroom.Reader().GetAsync("/published/none")).Is(404).Headers["Cache-Control"].ShouldBe("no-store");
        (await newsroom.Reader().GetAsync("/stories")).Is(401).Headers["Cache-Control"].ShouldBe("no-store");
        (await newsroom.Reader().GetAsync("/health/live")).Is(200).Headers["Cache-Control"].ShouldContain("no-store");
    }

    [Fact]
    public async Task No_origin_is_allowed_by_default()
    {
        var read = await newsroom.Reader().SendAsync(HttpMethod.Get, "/published", null, null, ("Origin", Origin));
        read.Is(200).Headers.Keys.Intersect(Cors).ShouldBeEmpty();
        var asked = await PreflightAsync(newsroom.Reader(), "/published");
        asked.Headers.Keys.Intersect(Cors).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("www.example.org")]
    [InlineData("https://www.example.org/path")]
    [InlineData("*")]
    [InlineData("ftp://example.org")]
    public void A_setting_that_is_no_list_of_origins_stops_the_host(string origins) =>
        Should.Throw<SettingsException>(() => PublicCors.Of(new ConfigurationManager { [PublicCors.Setting] = origins }));

    /// <summary>Asks for the permission of a page to send a request.</summary>
    internal static Task<Answer> PreflightAsync(Person reader, string path, string origin = Origin) =>
        reader.SendAsync(HttpMethod.Options, path, null, null, ("Origin", origin), ("Access-Control-Request-Method", "GET"));

    /// <summary>A host that lets pages of one origin read public responses.</summary>
    public sealed class ListedOriginTests(ListedOriginTests.SharingNewsroom newsroom) : IClassFixture<ListedOriginTests.SharingNewsroom>
    {
        [Fact]
        public async Task A_listed_origin_reads_public_responses()
        {
            var read = (await newsroom.Reader().SendAsync(HttpMethod.Get, "/published", null, null, ("Origin", Origin))).Is(200);
            read.Headers["Access-Control-Allow-Origin"].ShouldBe(Origin);
            read.Headers["Access-Control-Expose-Headers"].ShouldContain("ETag");
            read.Headers.ShouldNotContainKey("Access-Control-Allow-Credentials");
            read.Headers["Vary"].ShouldContain("Origin");
            (await newsroom.Reader().GetAsync("/published")).Headers["Vary"].ShouldContain("Origin");
            (await PreflightAsync(newsroom.Reader(), "/published/a-slug")).Headers["Access-Control-Allow-Methods"].ShouldContain("GET");
        }

        [Fact]
        public async Task Another_origin_reads_nothing()
        {
            var read = await newsroom.Reader().SendAsync(HttpMethod.Get, "/published", null, null, ("Origin", "https://other.example.org"));
            read.Headers.Keys.Intersect(Cors).ShouldBeEmpty();
            (await PreflightAsync(newsroom.Reader(), "/published", "https://other.example.org"))
                .Headers.Keys.Intersect(Cors)
                .ShouldBeEmpty();
        }

        [Fact]
        public async Task No_origin_reads_what_needs_a_token()
        {
            foreach (var permit in Permissions.All.Where(p => p.IsRead && !p.IsPublic && !p.Route.Contains('{', StringComparison.Ordinal)))
            {
                var read = await newsroom
                    .As("reading", permit.Roles[0])
                    .SendAsync(HttpMethod.Get, permit.Route, null, null, ("Origin", Origin));
                read.Headers.Keys.Intersect(Cors).ShouldBeEmpty(permit.Route);
                (await PreflightAsync(newsroom.Reader(), permit.Route)).Headers.Keys.Intersect(Cors).ShouldBeEmpty(permit.Route);
            }
        }

        public sealed class SharingNewsroom : Newsroom
        {
            public SharingNewsroom() => Settings = new() { [PublicCors.Setting] = $"{Origin}, https://second.example.org" };
        }
    }
}
