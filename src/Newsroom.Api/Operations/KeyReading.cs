using Npgsql;

namespace Newsroom.Api.Operations;

/// <summary>Reads the keys of rows of a view.</summary>
internal static class KeyReading
{
    /// <summary>The first column of what a command gives, as text.</summary>
    public static async Task<List<string>> Keys(this NpgsqlCommand command, CancellationToken cancellationToken)
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
