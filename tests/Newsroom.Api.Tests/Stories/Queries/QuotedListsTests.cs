using Microsoft.Extensions.Time.Testing;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Stories.Queries;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Api.Tests.Stories.Queries;

public sealed class QuotedListsTests
{
    private static readonly RowVersion Row = new(Guid.NewGuid(), 3, "1/2/3");

    [Theory]
    [InlineData(Keyset.DefaultPage + 1, 3, 1)]
    [InlineData(Keyset.DefaultPage, 3, 2)]
    [InlineData(Keyset.DefaultPage + 1, 4, 2)]
    [InlineData(400_000, 3, 2)]
    public async Task A_list_is_computed_once_where_it_is_long_and_of_the_rows_asked_for_and_fits(int length, long version, int expected)
    {
        using var lists = new QuotedLists(new FakeTimeProvider());
        (await ComputedAsync(lists, List(length, version), Row, Row)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_list_is_computed_again_where_a_row_was_written_again()
    {
        using var lists = new QuotedLists(new FakeTimeProvider());
        RowVersion[] rows = [Row, Row with { Written = "1/2/4" }, Row with { Id = Guid.NewGuid() }, Row];
        (await ComputedAsync(lists, List(Keyset.DefaultPage + 1, Row.Version), rows)).ShouldBe(3);
    }

    [Fact]
    public async Task A_list_is_dropped_after_its_time_without_another_request()
    {
        var clock = new FakeTimeProvider();
        using var lists = new QuotedLists(clock);
        await ComputedAsync(lists, List(Keyset.DefaultPage + 1, Row.Version), Row);
        lists.Count.ShouldBe(1);
        clock.Advance(QuotedLists.KeptFor);
        await Eventually.HoldsAsync("no list is kept", () => Task.FromResult(lists.Count == 0));
    }

    private static StoryQuotations List(int length, long version)
    {
        var fingerprint = Fingerprint.Of("quotation", "“a”");
        var words = new QuotedWords(ArticleField.Body, new TextRange(0, 3), "“a”", QuotedState.Term, fingerprint, null, null, null);
        return new StoryQuotations(version, "en", QuotationFinder.MinWords, [.. Enumerable.Repeat(words, length)]);
    }

    private static async Task<int> ComputedAsync(QuotedLists lists, StoryQuotations list, params IEnumerable<RowVersion> rows)
    {
        var computed = 0;
        foreach (var row in rows)
        {
            (await lists.OfAsync(row, () => Task.FromResult<StoryQuotations?>(list with { Language = $"{++computed}" }))).ShouldNotBeNull();
        }

        return computed;
    }
}
