using Newsroom.Api.LiveFeed;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.LiveFeed;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Tests.LiveFeed;

/// <summary>A hundred clients follow the feed while their node is killed, and another takes its place.</summary>
public sealed class RestartedNodeTests : IAsyncLifetime
{
    private const int Clients = 100;
    private const int Stories = 10;

    private readonly string data = Directory.CreateTempSubdirectory("newsroom-tests-").FullName;
    private string database = "";
    private Uri? address;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await TemplateDatabase.CopyAsync(data);

    public async ValueTask DisposeAsync()
    {
        await TestServer.DropDatabaseAsync(database);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Each_client_has_each_event_once()
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        var node = await StartAsync();
        try
        {
            var admin = node.As("jonas", Role.Admin);
            (await admin.PutAsync("/desks/town", new { name = "Town", language = "en" })).Status.ShouldBeInRange(200, 201);
            using var begun = new CountdownEvent(Clients);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var last = new TaskCompletionSource<long>();
            var following = Enumerable.Range(0, Clients).Select(number => FollowAsync(number, begun, last.Task, ending.Token)).ToList();
            begun.Wait(Eventually.Timeout, Cancellation).ShouldBeTrue();

            await WriteAsync(node, "before");
            var interrupted = WriteAsync(node, "meanwhile");
            node.Kill();
            node.Dispose();
            // Requests that the node did not answer fail; what is in the record counts.
            await interrupted.ContinueWith(_ => { }, TaskScheduler.Default);
            node = await StartAsync();
            await WriteAsync(node, "after");

            var types = string.Join(',', StoryEvents.ByName.Keys.Select(type => $"'{type}'"));
            var recorded = await source.ScalarAsync<long[]>(
                $"select array_agg(seq_id order by seq_id) from newsroom.mt_events where type in ({types})"
            );
            recorded.Length.ShouldBeGreaterThanOrEqualTo(2 * Stories);
            last.SetResult(recorded[^1]);
            await WriteAsync(node, "end");
            var received = await Task.WhenAll(following).WaitAsync(Eventually.Timeout, Cancellation);
            received.ShouldAllBe(sequences => sequences.SequenceEqual(recorded));
        }
        finally
        {
            node.Dispose();
        }
    }

    private async Task<HostNode> StartAsync()
    {
        var node = await HostNode.StartAsync(database, data);
        address = node.Address;
        return node;
    }

    /// <summary>Follows the feed until after the last event.</summary>
    private async Task<List<long>> FollowAsync(int number, CountdownEvent begun, Task<long> last, CancellationToken cancellationToken)
    {
        var token = DevelopmentTokens.Issue(data, $"follower-{number / FeedListeners.MaxOfPerson}", [Role.Reporter]);
        using var http = new HttpClient(new CurrentNode(() => address!)) { BaseAddress = address };
        using var client = new NewsroomClient(http, NewsroomClientOptions.WithToken(token));
        var (sequences, isFirst) = (new List<long>(), true);
        await foreach (var item in client.LiveFeed.FollowAsync(new FeedQuery(), cancellationToken))
        {
            if (isFirst)
            {
                begun.Signal();
                isFirst = false;
            }

            if (last.IsCompletedSuccessfully && item.Position > await last)
            {
                break;
            }

            if (item.Event is { } happened)
            {
                sequences.Add(happened.Sequence);
            }
        }

        return sequences;
    }

    private static Task<Answer[]> WriteAsync(HostNode node, string when) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Stories)
                .Select(number =>
                    node.As("rita", Role.Reporter)
                        .PostAsync("/stories/draft-article", new { desk = "town", headline = $"{when} {number}", body = "It was late." })
                )
        );

    /// <summary>Sends requests to the node that runs now.</summary>
    private sealed class CurrentNode(Func<Uri> address) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(address(), request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
