using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Caching.Memory;

namespace Newsroom.Console.Security;

/// <summary>
/// Keeps sessions with their tokens in memory, where no directory for them is configured; the browser has the key only. A restart of the
/// host ends them, and several hosts need requests of one browser to reach one of them.
/// </summary>
internal sealed class SessionStore : ITicketStore, IDisposable
{
    private const int MaxSessions = 10_000;

    private readonly MemoryCache sessions = new(new MemoryCacheOptions { SizeLimit = MaxSessions });

    /// <inheritdoc/>
    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        Set(key, ticket);
        return Task.FromResult(key);
    }

    /// <inheritdoc/>
    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        Set(key, ticket);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(sessions.Get<AuthenticationTicket>(key));

    /// <inheritdoc/>
    public Task RemoveAsync(string key)
    {
        sessions.Remove(key);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => sessions.Dispose();

    private void Set(string key, AuthenticationTicket ticket) =>
        sessions.Set(key, ticket, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = ticket.Properties.ExpiresUtc });
}
