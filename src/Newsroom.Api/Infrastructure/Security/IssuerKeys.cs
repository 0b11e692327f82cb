using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>
/// Reads the signing keys of an OpenID Connect issuer: when a token is verified or health is asked for and they are <see cref="MaxAge"/>
/// old, and when a token names a key that is not known. While the issuer cannot be read, the keys that are known are used, for at most
/// <see cref="MaxAgeWithoutIssuer"/>.
/// </summary>
internal sealed partial class IssuerKeys : BaseConfigurationManager, IConfigurationManager<OpenIdConnectConfiguration>
{
    /// <summary>The age at which keys are read again: a key that the issuer removed is used no longer.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    /// <summary>How long keys are used while the issuer cannot be read.</summary>
    public static readonly TimeSpan MaxAgeWithoutIssuer = TimeSpan.FromHours(24);

    /// <summary>The shortest time between two attempts to read the keys.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    // Of a request whose token can be verified with the keys that are known.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly string authority;
    private readonly HttpDocumentRetriever retriever;
    private readonly TimeProvider clock;
    private readonly ILogger<IssuerKeys> log;
    private OpenIdConnectConfiguration? known;
    private DateTimeOffset read;
    private DateTimeOffset? attempted;
    private bool isRequested;
    private Task? reading;

    /// <summary>Creates the reader; the keys are read when they are needed.</summary>
    /// <param name="authority">The name of the issuer.</param>
    /// <param name="metadataAddress">The address of its metadata.</param>
    /// <param name="backchannel">Sends the requests.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="log">The log.</param>
    public IssuerKeys(string authority, string metadataAddress, HttpClient backchannel, TimeProvider clock, ILogger<IssuerKeys> log)
    {
        (this.authority, this.clock, this.log, MetadataAddress) = (authority, clock, log, metadataAddress);
        retriever = new HttpDocumentRetriever(backchannel)
        {
            RequireHttps = !new Uri(metadataAddress).IsLoopback,
        };

        // The framework would use keys that the issuer removed for another hour.
        UseLastKnownGoodConfiguration = false;
    }

    /// <summary>Gets why the last attempt to read the keys failed; null where it succeeded.</summary>
    public string? Failure { get; private set; }

    /// <summary>Gets when the keys in use were read; null where there are none.</summary>
    public DateTimeOffset? Read
    {
        get
        {
            lock (gate)
            {
                return IsUsable() ? read : null;
            }
        }
    }

    /// <summary>Returns the keys with the other metadata of the issuer.</summary>
    /// <exception cref="IssuerUnavailableException">There are none, and the issuer cannot be read.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var (pending, mustWait) = BeginIfDue();
        if (pending is not null)
        {
            await (mustWait ? pending.WaitAsync(cancel) : Task.WhenAny(pending, Task.Delay(Patience, clock, cancel)));
        }

        lock (gate)
        {
            return IsUsable()
                ? known!
                : throw new IssuerUnavailableException($"The keys of the issuer {authority} cannot be read. {Failure}");
        }
    }

    /// <inheritdoc/>
    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) =>
        await GetConfigurationAsync(cancel);

    /// <summary>Has the keys read again before they are returned next, unless that was tried a moment ago.</summary>
    public override void RequestRefresh()
    {
        lock (gate)
        {
            isRequested |= clock.GetUtcNow() - attempted >= Pause;
        }
    }

    private bool IsUsable() => known is not null && clock.GetUtcNow() - read < MaxAgeWithoutIssuer;

    private (Task? Pending, bool MustWait) BeginIfDue()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var mustWait = isRequested || !IsUsable();
            if (reading is { IsCompleted: false })
            {
                return (reading, mustWait);
            }

            var isOld = mustWait || now - read >= MaxAge;
            if (!isOld || now - attempted < Pause)
            {
                return (null, false);
            }

            (attempted, isRequested) = (now, false);
            reading = ReadAsync();
            return (reading, mustWait);
        }
    }

    // Never throws: a failure is in Failure, the log and health.
    private async Task ReadAsync()
    {
        await Task.Yield();
        try
        {
            using var ending = new CancellationTokenSource(Timeout, clock);
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(MetadataAddress, retriever, ending.Token);
            Keep(found, FaultOf(found));
        }
        catch (Exception failure)
        {
            ReadFailed(log, failure, authority);
            Keep(null, failure is OperationCanceledException ? "It did not answer in time." : failure.Message.Split('\n')[0]);
        }
    }

    private void Keep(OpenIdConnectConfiguration? found, string? fault)
    {
        lock (gate)
        {
            Failure = fault;
            if (fault is null)
            {
                (known, read) = (found, clock.GetUtcNow());
            }
        }
    }

    // OpenID Connect Discovery 1.0, section 4.3: the names must be the same. A slash at the end is often left out of settings.
    private string? FaultOf(OpenIdConnectConfiguration found)
    {
        if (found.Issuer?.TrimEnd('/') != authority.TrimEnd('/'))
        {
            return $"Its metadata are of \"{found.Issuer}\". Set Authentication:Authority to the name of the issuer.";
        }

        return string.IsNullOrEmpty(found.JwksUri) ? "Its metadata name no address of keys (jwks_uri)." : null;
    }

    [LoggerMessage(LogLevel.Warning, "The signing keys of the issuer {Issuer} cannot be read.")]
    private static partial void ReadFailed(ILogger log, Exception failure, string issuer);
}
