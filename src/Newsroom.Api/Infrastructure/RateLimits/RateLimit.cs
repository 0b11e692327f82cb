using System.Globalization;
using System.Threading.RateLimiting;
using Newsroom.Api.Infrastructure.Http;

namespace Newsroom.Api.Infrastructure.RateLimits;

/// <summary>How many requests a caller may send: a bucket of tokens, which fills up steadily.</summary>
internal sealed class RateLimit
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Quota?[] quotas;
    private readonly string policy;

    /// <summary>Creates a limit.</summary>
    /// <param name="name">The name of the policy in response headers.</param>
    /// <param name="burst">How many requests may be sent at once.</param>
    /// <param name="perMinute">How many requests a minute may be sent in the long run.</param>
    public RateLimit(string name, int burst, int perMinute)
    {
        (Name, Burst, PerMinute) = (name, burst, perMinute);
        quotas = new Quota?[burst + 1];
        policy = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={burst};w={SecondsFor(burst)}");
    }

    /// <summary>Gets the name of the policy.</summary>
    public string Name { get; }

    /// <summary>Gets how many requests may be sent at once.</summary>
    public int Burst { get; }

    /// <summary>Gets how many requests a minute may be sent in the long run.</summary>
    public int PerMinute { get; }

    /// <summary>Creates a full bucket. It is filled up when it is asked to, so that it needs no timer.</summary>
    public TokenBucketRateLimiter CreateBucket() =>
        new(
            new TokenBucketRateLimiterOptions
            {
                AutoReplenishment = false,
                QueueLimit = 0,
                ReplenishmentPeriod = Minute / PerMinute,
                TokenLimit = Burst,
                TokensPerPeriod = 1,
            }
        );

    /// <summary>Returns the headers of a response after which so many requests are left.</summary>
    public Quota QuotaOf(int left)
    {
        ref var quota = ref quotas[Math.Clamp(left, 0, Burst)];
        return quota ??= new Quota(
            policy,
            string.Create(CultureInfo.InvariantCulture, $"\"{Name}\";r={left};t={SecondsFor(Burst - left)}")
        );
    }

    // How long it takes until so many tokens are there again.
    private int SecondsFor(int tokens) => (int)Math.Ceiling(tokens * Minute.TotalSeconds / PerMinute);
}
