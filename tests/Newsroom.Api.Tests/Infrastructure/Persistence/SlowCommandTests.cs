using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Tests.Postgres;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Persistence;

/// <summary>
/// A command that commits long after later ones have committed. Where it has written nothing yet, the daemon knows its sequence numbers
/// for those of a running command only by when its transaction began, which other sessions see with pg_read_all_stats alone.
/// </summary>
public sealed class SlowCommandTests(SlowCommandTests.HastyNewsroom newsroom) : IClassFixture<SlowCommandTests.HastyNewsroom>
{
    // The daemon passes over a sequence gap that is older than this, unless it sees a transaction that may still fill it.
    private static readonly TimeSpan Threshold = TimeSpan.FromMilliseconds(500);

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task Its_events_reach_the_projections()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Slow", "It rains.\n");
        await using var connection = await Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var sequence = await ScalarAsync<long>(connection, "select nextval('newsroom.mt_events_sequence')");
        await StoryDriver.DraftedAsync(newsroom, "Quick", "It pours.\n");
        await Eventually.HoldsAsync(
            "the transaction is much older than the daemon's threshold",
            async () => await ScalarAsync<TimeSpan>(connection, "select clock_timestamp() - now()") > 6 * Threshold
        );
        await AppendAsync(connection, story.Id, sequence);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await newsroom.CatchUpAsync();
        (await Database.ScalarAsync<long>($"select count(*) from newsroom.audit where sequence = {sequence}")).ShouldBe(1);
    }

    [Fact]
    public async Task Health_names_a_role_that_does_not_see_transactions()
    {
        await using var owner = NpgsqlDataSource.Create(newsroom.Database);
        await owner.RunAsync("revoke pg_read_all_stats from newsroom_app");
        try
        {
            (await newsroom.Reader().GetAsync("/health/ready")).Json["checks"]!["views"]!["detail"]!
                .GetValue<string>()
                .ShouldContain("grant pg_read_all_stats");
        }
        finally
        {
            await owner.RunAsync("grant pg_read_all_stats to newsroom_app");
        }

        (await newsroom.Reader().GetAsync("/health/ready")).Text.ShouldNotContain("pg_read_all_stats");
    }

    private static Task<long> AppendAsync(NpgsqlConnection connection, Guid story, long sequence) =>
        ScalarAsync<long>(
            connection,
            $$"""
            with stream as (update newsroom.mt_streams set version = version + 1 where id = '{{story}}' returning version)
            insert into newsroom.mt_events
                (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived, user_name)
            select {{sequence}}, gen_random_uuid(), '{{story}}', version, '{"note": "n1", "text": "See to this.", "mustResolve": false}',
                'note_added', now(), '*DEFAULT*', '', false, 'ed@newsroom-development'
            from stream returning seq_id
            """
        );

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>A newsroom whose daemon passes over sequence gaps soon.</summary>
    public sealed class HastyNewsroom : Newsroom
    {
        public HastyNewsroom() =>
            Configure = services => services.ConfigureMarten(options => options.Projections.StaleSequenceThreshold = Threshold);
    }
}
