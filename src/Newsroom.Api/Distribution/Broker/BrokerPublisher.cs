using System.Diagnostics.Metrics;
using System.Text;
using Newsroom.Api.Distribution.Deliveries;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;
using Npgsql;
using RabbitMQ.Client;

namespace Newsroom.Api.Distribution.Broker;

/// <summary>
/// Sends notices to the broker, in the order of the record. One node sends at a time; a notice is deleted once the broker has confirmed
/// it. A broker that cannot be reached is tried again every few seconds, and nothing else waits for it.
/// </summary>
internal sealed partial class BrokerPublisher : BackgroundService
{
    /// <summary>The media type of messages.</summary>
    public const string MediaType = "application/cloudevents+json";

    // What is read in one transaction.
    private const int BatchSize = 100;

    // The key of the lock that one node has while it sends.
    private const long LockKey = 0x4E52_4252_4F4B_4552;

    private const string Lock = "select pg_try_advisory_xact_lock($1)";

    private const string Read = $"""
        select n.story, n.version, n.sequence, n.kind, n.at, n.event
        from {BrokerTables.Notices} b join {DeliveryTables.Events} n using (story, version)
        order by b.sequence limit $1
        """;

    private const string Delete = $"""
        delete from {BrokerTables.Notices} b using unnest($1::uuid[], $2::bigint[]) as s (story, version)
        where b.story = s.story and b.version = s.version
        """;

    private const string Count = $"select count(*) from {BrokerTables.Notices}";

    // The notices that other nodes record are found after this time at the latest.
    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(2);

    // Within which the broker confirms a message.
    private static readonly TimeSpan ConfirmTimeout = TimeSpan.FromSeconds(15);

    private readonly BrokerSettings settings;
    private readonly BrokerConnection broker;
    private readonly BrokerOutbox outbox;
    private readonly DeliveryWriter writer;
    private readonly NpgsqlDataSource database;
    private readonly TimeProvider clock;
    private readonly ILogger<BrokerPublisher> log;
    private long waiting;

    public BrokerPublisher(
        BrokerSettings settings,
        BrokerOutbox outbox,
        DeliveryWriter writer,
        NpgsqlDataSource database,
        IMeterFactory meters,
        TimeProvider clock,
        ILogger<BrokerPublisher> log
    )
    {
        (this.settings, this.outbox, this.writer, this.database, this.clock, this.log) = (settings, outbox, writer, database, clock, log);
        broker = new BrokerConnection(settings);
        meters
            .Create(DeliveryMetrics.MeterName)
            .CreateObservableGauge(
                "newsroom.broker.notices.waiting",
                () => Interlocked.Read(ref waiting),
                "{notice}",
                "Notices that the broker has not confirmed yet."
            );
    }

    /// <summary>Gets what is wrong; null for nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>Returns the routing key of a notice, such as <c>story.published.town.en</c>.</summary>
    public static string RoutingKey(DeliveryKind kind, DeliveryData data) => $"story.{kind.ToKebabCase()}.{data.Desk}.{data.Language}";

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // From now on, before the first request: what is published goes to the exchange.
        await outbox.SinceAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await CloseAsync();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendAsync(stoppingToken) == BatchSize) { }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                await CloseAsync();
                Report($"RabbitMQ cannot be used: {failure.GetBaseException().Message}", failure);
            }

            await outbox.Signal.WaitAsync(Problem is null ? PollingInterval : RetryInterval, clock, stoppingToken);
        }
    }

    /// <summary>Sends the first notices that wait.</summary>
    /// <returns>The number of notices that were sent.</returns>
    private async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        var channel = await broker.OpenAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await LockAsync(connection, cancellationToken))
        {
            return 0;
        }

        var notices = await ReadAsync(connection, cancellationToken);
        var batch = new Batch();
        try
        {
            foreach (var notice in notices)
            {
                await SendAsync(channel, notice, batch, cancellationToken);
            }
        }
        finally
        {
            // What was confirmed is deleted, whatever failed afterwards.
            await DeleteAsync(connection, batch.Sent, CancellationToken.None);
            Interlocked.Exchange(ref waiting, await CountAsync(connection, CancellationToken.None));
            await transaction.CommitAsync(CancellationToken.None);
        }

        Report(batch.Problem, batch.Failure);
        return batch.Sent.Count;
    }

    /// <summary>Sends a notice, unless an earlier one of its story could not be written.</summary>
    private async Task SendAsync(IChannel channel, StoryNotice notice, Batch batch, CancellationToken cancellationToken)
    {
        if (batch.Kept.Contains(notice.Story))
        {
            return;
        }

        CloudEvent described;
        try
        {
            described = await writer.DescribeAsync(notice, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            batch.Kept.Add(notice.Story);
            (batch.Problem, batch.Failure) = ($"A notice for RabbitMQ cannot be written: {failure.Message}", failure);
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConfirmTimeout);
        try
        {
            await channel.BasicPublishAsync(
                settings.Exchange,
                RoutingKey(notice.Kind, described.Data),
                mandatory: false,
                Properties(described),
                Encoding.UTF8.GetBytes(writer.Write(described)),
                limit.Token
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The broker has not confirmed a message for {ConfirmTimeout.TotalSeconds} seconds.");
        }

        batch.Sent.Add(notice);
    }

    private static BasicProperties Properties(CloudEvent described) =>
        new()
        {
            MessageId = described.Id,
            Type = described.Type,
            ContentType = MediaType,
            AppId = "newsroom",
            Persistent = true,
            Timestamp = new AmqpTimestamp(described.Time.ToUnixTimeSeconds()),
        };

    private static async Task<bool> LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Lock, connection) { Parameters = { new() { Value = LockKey } } };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<List<StoryNotice>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Read, connection) { Parameters = { new() { Value = BatchSize } } };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var notices = new List<StoryNotice>();
        while (await rows.ReadAsync(cancellationToken))
        {
            notices.Add(
                new StoryNotice(rows.GetGuid(0), rows.GetInt64(1))
                {
                    Sequence = rows.GetInt64(2),
                    Kind = DeliveryKinds.Parse(rows.GetString(3)),
                    At = rows.GetFieldValue<DateTimeOffset>(4),
                    Event = rows.GetGuid(5),
                }
            );
        }

        return notices;
    }

    private static async Task DeleteAsync(NpgsqlConnection connection, List<StoryNotice> sent, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Delete, connection);
        command.Parameters.Add(new() { Value = sent.Select(notice => notice.Story).ToArray() });
        command.Parameters.Add(new() { Value = sent.Select(notice => notice.Version).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Count, connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    // A connection that cannot be closed is replaced all the same.
    private async Task CloseAsync()
    {
        try
        {
            await broker.CloseAsync();
        }
        catch (Exception failure)
        {
            NotClosed(log, failure);
        }
    }

    /// <summary>Remembers what is wrong, and logs it once while it stays the same.</summary>
    private void Report(string? problem, Exception? failure)
    {
        if (problem is not null && problem != Problem)
        {
            NotSent(log, failure, problem);
        }

        Problem = problem;
    }

    [LoggerMessage(LogLevel.Warning, "{Problem} It is tried again every few seconds.")]
    private static partial void NotSent(ILogger log, Exception? failure, string problem);

    [LoggerMessage(LogLevel.Information, "The connection to RabbitMQ could not be closed.")]
    private static partial void NotClosed(ILogger log, Exception failure);

    /// <summary>What becomes of the notices of one transaction.</summary>
    private sealed class Batch
    {
        /// <summary>Gets the notices that the broker has confirmed.</summary>
        public List<StoryNotice> Sent { get; } = [];

        /// <summary>Gets the stories whose notices are kept, because one cannot be written.</summary>
        public HashSet<Guid> Kept { get; } = [];

        /// <summary>Gets or sets why; null for none.</summary>
        public string? Problem { get; set; }

        /// <summary>Gets or sets the failure; null for none.</summary>
        public Exception? Failure { get; set; }
    }
}
