using System.Text.Json;
using Newsroom.Cli.Runtime;
using Newsroom.Local;

namespace Newsroom.Cli.Invocation;

/// <summary>The tokens that <c>newsroom login</c> keeps: one for each server, in a file that only its owner can read.</summary>
internal sealed class StoredLogins
{
    private readonly string? path;

    public StoredLogins(CliEnvironment environment) =>
        path = environment.StatePath is { } directory ? Path.Combine(directory, "logins.json") : null;

    /// <summary>Returns the token for a server; null for none.</summary>
    public string? Find(string server) => Read().GetValueOrDefault(server);

    /// <summary>Keeps a token.</summary>
    /// <exception cref="UsageException">There is no place to keep it.</exception>
    public void Keep(string server, string token) => Write(new(Read()) { [server] = token });

    /// <summary>Forgets the token of a server.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Forget(string server)
    {
        var kept = Read();
        if (!kept.Remove(server))
        {
            return false;
        }

        Write(kept);
        return true;
    }

    private Dictionary<string, string> Read()
    {
        try
        {
            return path is not null && File.Exists(path)
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path)) ?? []
                : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            // As without a login: the command asks for one.
            return [];
        }
    }

    private void Write(Dictionary<string, string> logins)
    {
        if (path is null)
        {
            throw new UsageException("There is no home directory to keep the login in. Set NEWSROOM_STATE to a directory.");
        }

        try
        {
            PrivateFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(logins));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Cannot keep the login in {path}: {failure.Message}");
        }
    }
}
