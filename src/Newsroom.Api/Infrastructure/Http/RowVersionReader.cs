using Npgsql;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>
/// Reads the versions of rows. Requests that arrive while a statement runs are answered by the next one, all together; so each sees every
/// commit before its arrival, and many cost little more than one.
/// </summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <param name="database">The database.</param>
/// <param name="sql">Selects key, id, version, writing transactions (text), and up to two flags, of the rows of an array of keys.</param>
internal sealed class RowVersionReader<TKey>(NpgsqlDataSource database, string sql)
    where TKey : notnull
{
    /// <summary>The maximum number of keys of a statement.</summary>
    internal const int MaxKeys = 256;

    /// <summary>The number of statements that further requests wait for.</summary>
    private static readonly int MaxAtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>The time after which further requests do not wait for a statement: a connection may hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly Lock turns = new();
    private readonly Queue<Request> waiting = new();
    private int running;

    /// <summary>Reads the version of a row; null where there is none.</summary>
    public Task<RowVersion?> ReadAsync(TKey key, CancellationToken cancellationToken)
    {
        var request = new Request(key);
        lock (turns)
        {
            waiting.Enqueue(request);
            if (running == MaxAtOnce)
            {
                return request.Task.WaitAsync(cancellationToken);
            }

            running++;
        }

        _ = RunAsync();
        return request.Task.WaitAsync(cancellationToken);
    }

    private async Task RunAsync()
    {
        if (await AnswerNextAsync())
        {
            // The first statement is traced as one of its request; the others belong to many.
            ThreadPool.UnsafeQueueUserWorkItem(
                async reader =>
                {
                    while (await reader.AnswerNextAsync())
                    {
                    }
                },
                this,
                preferLocal: false
            );
        }
    }

    /// <summary>Answers requests that wait; returns whether to go on.</summary>
    private async Task<bool> AnswerNextAsync()
    {
        var requests = new List<Request>();
        lock (turns)
        {
            while (requests.Count < MaxKeys && waiting.TryDequeue(out var request))
            {
                requests.Add(request);
            }

            if (requests.Count == 0)
            {
                running--;
                return false;
            }
        }

        // It does not fail: a failure is the answer of its requests. If it takes long, it goes on beside the next.
        await AnswerAsync(requests).WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    private async Task AnswerAsync(List<Request> requests)
    {
        try
        {
            var rows = await ReadAsync([.. requests.Select(request => request.Key).Distinct()]);
            foreach (var request in requests)
            {
                request.SetResult(rows.TryGetValue(request.Key, out var row) ? row : null);
            }
        }
        catch (Exception failure)
        {
            foreach (var request in requests)
            {
                request.SetException(failure);
            }
        }
    }

    private async Task<Dictionary<TKey, RowVersion>> ReadAsync(TKey[] keys)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = keys } } };
        await using var row = await command.ExecuteReaderAsync();
        var rows = new Dictionary<TKey, RowVersion>(keys.Length);
        while (await row.ReadAsync())
        {
            rows[row.GetFieldValue<TKey>(0)] = new RowVersion(row.GetGuid(1), row.GetInt64(2), row.GetString(3))
            {
                IsGuarded = row.FieldCount > 4 && row.GetBoolean(4),
                IsLinked = row.FieldCount > 5 && row.GetBoolean(5),
            };
        }

        return rows;
    }

    private sealed class Request(TKey key) : TaskCompletionSource<RowVersion?>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public TKey Key => key;
    }
}
