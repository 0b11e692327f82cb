using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newsroom.Api.Tests.Postgres;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Persistence;

/// <summary>
/// A command that commits long after later ones. Before it has written anything, the daemon can attribute its sequence numbers to a running
/// command only by the start of its transaction, which other sessions see with pg_read_all_stats only.
/// </summary>
public sealed class SlowCommandTests(SlowCommandTests.HastyNewsroom newsroom) : IClassFixture<SlowCommandTests.HastyNewsroom>
{
    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task Events_of_a_slow_command_reach_the_projections()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Slow", "It rains.\n");
        await using var connection = await Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var sequence = await connection.ScalarAsync<long>("select nextval('newsroom.mt_events_sequence')");
        await StoryDriver.DraftedAsync(newsroom, "Quick", "It pours.\n");
        await newsroom.Gaps.DecidedAsync(above: sequence - 1);
        await AppendAsync(connection, story.Id, sequence);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await newsroom.CatchUpAsync();
        (await Database.ScalarAsync<long>($"select count(*) from newsroom.audit where sequence = {sequence}")).ShouldBe(1);
    }

    /// <summary>Appends a note under a sequence number that was taken before.</summary>
    internal static Task<long> AppendAsync(NpgsqlConnection connection, Guid story, long sequence) =>
        connection.ScalarAsync<long>(
            $$"""
            with stream as (update newsroom.mt_streams set version = version + 1 where id = '{{story}}' returning version)
            insert into newsroom.mt_events
                (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived, user_name)
            select {{sequence}}, gen_random_uuid(), '{{story}}', version, '{"note": "n1", "text": "See to this.", "mustResolve": false}',
                'note_added', now(), '*DEFAULT*', '', false, 'ed@newsroom-development'
            from stream returning seq_id
            """
        );

    /// <summary>A newsroom whose daemon decides soon whether to skip a sequence gap.</summary>
    public sealed class HastyNewsroom : Newsroom
    {
        public HastyNewsroom() =>
            Configure = services =>
                services
                    .ConfigureMarten(options => options.Projections.StaleSequenceThreshold = TimeSpan.FromMilliseconds(100))
                    .AddSingleton<ILoggerProvider>(Gaps)
                    .Configure<LoggerFilterOptions>(options =>
                        options.Rules.Add(new LoggerFilterRule(typeof(GapLog).FullName, null, LogLevel.Information, null))
                    );

        internal GapLog Gaps { get; } = new();
    }
}
