using System.Text.Json;
using System.Text.Json.Serialization;
using Newsroom.Cli.Runtime;
using Newsroom.Local;

namespace Newsroom.Cli.Logins;

/// <summary>The tokens that <c>newsroom login</c> keeps: one login for each server, in a file that only its owner can read.</summary>
internal sealed class StoredLogins
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly string? path;

    public StoredLogins(CliEnvironment environment) =>
        path = environment.StatePath is { } directory ? Path.Combine(directory, "logins.json") : null;

    /// <summary>Returns the login of a server; null for none.</summary>
    public StoredLogin? Find(string server) => Read().GetValueOrDefault(server);

    /// <summary>Keeps a login.</summary>
    /// <exception cref="UsageException">There is no place to keep it.</exception>
    public void Keep(string server, StoredLogin login) => Write(new(Read()) { [server] = login });

    /// <summary>Forgets the login of a server.</summary>
    /// <returns>The login; null where there was none.</returns>
    public StoredLogin? Forget(string server)
    {
        var kept = Read();
        if (!kept.Remove(server, out var login))
        {
            return null;
        }

        Write(kept);
        return login;
    }

    private Dictionary<string, StoredLogin> Read()
    {
        try
        {
            return path is not null && File.Exists(path) ? Parse(File.ReadAllBytes(path)) : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            // As without a login: the command asks for one.
            return [];
        }
    }

    // An earlier version stored the token alone.
    private static Dictionary<string, StoredLogin> Parse(byte[] content) =>
        (JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(content) ?? [])
            .Select(entry =>
                (
                    entry.Key,
                    Login: entry.Value.ValueKind == JsonValueKind.String
                        ? new StoredLogin(entry.Value.GetString()!)
                        : entry.Value.Deserialize<StoredLogin>(Format)
                )
            )
            .Where(entry => entry.Login is { Token: not null })
            .ToDictionary(entry => entry.Key, entry => entry.Login!);

    private void Write(Dictionary<string, StoredLogin> logins)
    {
        if (path is null)
        {
            throw new UsageException("There is no home directory to keep the login in. Set NEWSROOM_STATE to a directory.");
        }

        try
        {
            PrivateFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(logins, Format));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Cannot keep the login in {path}: {failure.Message}");
        }
    }
}
