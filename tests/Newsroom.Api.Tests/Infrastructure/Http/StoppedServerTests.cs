using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.EmbeddedPostgres;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>While PostgreSQL is stopped, requests are answered 503 with the time to retry after.</summary>
public sealed class StoppedServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_PostgreSQL_the_answer_is_503_with_Retry_After()
    {
        using var directory = new TemporaryDirectory($"newsroom-stopped-{Environment.ProcessId}");
        var server = await StartAsync(directory["data"]);
        var newsroom = new Newsroom { IsEmpty = true, Reached = _ => server.ConnectionString };
        try
        {
            await newsroom.InitializeAsync();
            var ed = newsroom.As("ed", Role.Editor);
            (await ed.GetAsync("/stories")).Is(200);

            await server.DisposeAsync();

            foreach (
                var answer in new[]
                {
                    await ed.GetAsync("/stories"),
                    await newsroom.Reader().GetAsync("/published"),
                    await ed.PostAsync("/stories/draft-article", new { desk = "world", headline = "Stopped" }),
                    await newsroom.Reader().SendAsync(HttpMethod.Head, "/published", null, null),
                }
            )
            {
                answer.Status.ShouldBe(503, answer.Text);
                int.Parse(answer.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
                answer.Headers["Cache-Control"].ShouldContain("no-store");
            }

            (await ed.GetAsync("/stories")).Json["type"]!.GetValue<string>().ShouldBe("/problems/unavailable");
        }
        finally
        {
            await newsroom.DisposeAsync();
            await server.DisposeAsync();
        }
    }

    private static async Task<EmbeddedPostgresServer> StartAsync(string data)
    {
        try
        {
            return await EmbeddedPostgresServer.StartAsync(
                new EmbeddedPostgresOptions { DataDirectory = data },
                cancellationToken: Cancellation
            );
        }
        catch (PostgresNotFoundException missing)
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }
}
