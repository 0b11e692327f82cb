using Newsroom.Api.Infrastructure.Http;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>A document is rendered once for all requests that wait for it.</summary>
public sealed class DocumentCacheTests : IDisposable
{
    private static readonly RenderedDocument Page = new([1, 2, 3], "text/plain", Modified: null);

    private readonly DocumentCache cache = new();
    private int rendered;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Concurrent_requests_render_once()
    {
        var page = new TaskCompletionSource<RenderedDocument?>();
        var waiting = Enumerable.Range(0, 50).Select(_ => GetAsync("page", page.Task)).ToList();
        page.SetResult(Page);
        (await Task.WhenAll(waiting)).ShouldAllBe(document => document == Page);
        (await GetAsync("page", Task.FromResult<RenderedDocument?>(null))).ShouldBe(Page);
        rendered.ShouldBe(1);
    }

    [Fact]
    public async Task A_document_that_does_not_exist_is_not_kept()
    {
        (await GetAsync("page", Task.FromResult<RenderedDocument?>(null))).ShouldBeNull();
        (await GetAsync("page", Task.FromResult<RenderedDocument?>(Page))).ShouldBe(Page);
    }

    [Fact]
    public async Task Where_the_first_request_fails_the_next_one_renders()
    {
        var page = new TaskCompletionSource<RenderedDocument?>();
        var first = GetAsync("page", page.Task);
        var second = GetAsync("page", Task.FromResult<RenderedDocument?>(Page));
        page.SetException(new InvalidOperationException("The database is away."));
        await Should.ThrowAsync<InvalidOperationException>(first);
        (await second).ShouldBe(Page);
        rendered.ShouldBe(2);
    }

    [Fact]
    public async Task Where_the_first_request_is_cancelled_the_next_one_renders()
    {
        using var leaving = new CancellationTokenSource();
        var page = new TaskCompletionSource<RenderedDocument?>();
        var first = cache.GetAsync("page", () => page.Task.WaitAsync(leaving.Token), leaving.Token);
        var second = GetAsync("page", Task.FromResult<RenderedDocument?>(Page));
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        (await second).ShouldBe(Page);
    }

    [Fact]
    public async Task A_waiting_request_can_be_cancelled_alone()
    {
        using var leaving = new CancellationTokenSource();
        var page = new TaskCompletionSource<RenderedDocument?>();
        var first = GetAsync("page", page.Task);
        var second = cache.GetAsync("page", () => page.Task, leaving.Token);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);
        page.SetResult(Page);
        (await first).ShouldBe(Page);
    }

    [Fact]
    public async Task Few_documents_are_rendered_at_once()
    {
        var page = new TaskCompletionSource<RenderedDocument?>();
        var waiting = Enumerable.Range(0, DocumentCache.MaxAtOnce + 3).Select(key => GetAsync(key, page.Task)).ToList();
        rendered.ShouldBe(DocumentCache.MaxAtOnce);
        page.SetResult(Page);
        await Task.WhenAll(waiting);
        rendered.ShouldBe(waiting.Count);
    }

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();

    private Task<RenderedDocument?> GetAsync(object key, Task<RenderedDocument?> page) =>
        cache.GetAsync(
            key,
            () =>
            {
                Interlocked.Increment(ref rendered);
                return page;
            },
            Cancelled
        );
}
