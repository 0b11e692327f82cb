using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Newsroom.Console.Security;

/// <summary>
/// Keeps sessions with their tokens, encrypted, in a directory, so that they survive a restart and hosts that share it know them. The
/// browser has the key of a session, and the name of its file is the digest of that key.
/// </summary>
internal sealed class SessionFiles(string directory, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    private const int MaxSessions = 10_000;

    private const string Extension = ".session";

    // A file has the time of its writing until it has that of its session.
    private static readonly TimeSpan Writing = TimeSpan.FromMinutes(1);

    private readonly IDataProtector protector = protection.CreateProtector("Newsroom.Console.Sessions");

    /// <inheritdoc/>
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        DeleteOld();
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await RenewAsync(key, ticket);
        return key;
    }

    /// <inheritdoc/>
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        CreateDirectory(directory);
        var file = PathOf(key);
        var written = $"{file}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(written, protector.Protect(TicketSerializer.Default.Serialize(ticket)));
        File.SetLastWriteTimeUtc(written, (ticket.Properties.ExpiresUtc ?? clock.GetUtcNow()).UtcDateTime);
        File.Move(written, file, overwrite: true);
    }

    /// <inheritdoc/>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(protector.Unprotect(await File.ReadAllBytesAsync(PathOf(key))));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or CryptographicException)
        {
            // The person signed out, or the key of the file is not known any more: there is no session.
            return null;
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key)
    {
        if (Directory.Exists(directory))
        {
            File.Delete(PathOf(key));
        }

        return Task.CompletedTask;
    }

    /// <summary>Creates a directory that only the user of the process can read.</summary>
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string PathOf(string key) =>
        Path.Combine(directory, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))) + Extension);

    // The time of a file is that at which its session ends.
    private void DeleteOld()
    {
        if (!Directory.Exists(directory))
        {
            return;
        }

        var ended = clock.GetUtcNow().UtcDateTime - Writing;
        var sessions = new DirectoryInfo(directory).GetFiles($"*{Extension}*").OrderByDescending(file => file.LastWriteTimeUtc).ToList();
        foreach (var (index, file) in sessions.Index())
        {
            if (index >= MaxSessions || file.LastWriteTimeUtc < ended)
            {
                file.Delete();
            }
        }
    }
}
