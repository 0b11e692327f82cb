namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Exempts an endpoint from the limits of callers: what watches the host has to reach it always.</summary>
internal sealed record NotRateLimited;
