using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Tests.Stories.Commands;

/// <summary>Stories of one headline have numbered slugs.</summary>
public sealed class SlugNumberTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task Concurrent_stories_of_one_headline_get_distinct_slugs()
    {
        var slugs = await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => DraftAsync("Harbour reopens")));
        slugs
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "harbour-reopens",
                "harbour-reopens-2",
                "harbour-reopens-3",
                "harbour-reopens-4",
                "harbour-reopens-5",
                "harbour-reopens-6",
                "harbour-reopens-7",
                "harbour-reopens-8",
            ]);
        (
            await newsroom
                .As("rita", Role.Reporter)
                .PostAsync(
                    "/stories/draft-article",
                    new
                    {
                        desk = "world",
                        headline = "x",
                        slug = "harbour-reopens",
                    }
                )
        ).IsRefused(422, "slug-taken");
    }

    [Fact]
    public async Task Fifty_stories_of_one_headline_are_drafted_at_once_at_the_first_attempt()
    {
        var before = await LastSequenceAsync();
        var slugs = await Task.WhenAll(Enumerable.Range(1, 50).Select(_ => DraftAsync("Storm warning lifted")));
        slugs.ShouldBe(
            Enumerable.Range(1, 50).Select(n => n == 1 ? "storm-warning-lifted" : $"storm-warning-lifted-{n}"),
            ignoreOrder: true
        );

        // A further attempt would take a further sequence number for its event.
        (await LastSequenceAsync() - before).ShouldBe(50);
    }

    [Fact]
    public async Task A_numbered_slug_is_not_longer_than_a_slug_may_be()
    {
        var headline = string.Concat(Enumerable.Repeat("longest ", 13)).Trim();
        var slugs = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            slugs.Add(await DraftAsync(headline));
        }

        slugs.Distinct().Count().ShouldBe(3);
        slugs.ShouldAllBe(slug => Slug.IsValid(slug));
    }

    /// <summary>Drafts a story, and returns its slug.</summary>
    private async Task<string> DraftAsync(string headline) =>
        (await newsroom.As("rita", Role.Reporter).PostAsync("/stories/draft-article", new { desk = "world", headline })).Is(201).Json[
            "slug"
        ]!.GetValue<string>();

    private Task<long> LastSequenceAsync() => Database.ScalarAsync<long>("select last_value from newsroom.mt_events_sequence");
}
