using Npgsql;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>Reads keys of rows.</summary>
internal static class NpgsqlCommandExtensions
{
    /// <summary>Returns the first column of a command's result, as text.</summary>
    public static async Task<List<string>> ReadKeysAsync(this NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(reader.GetString(0));
        }

        return keys;
    }
}
