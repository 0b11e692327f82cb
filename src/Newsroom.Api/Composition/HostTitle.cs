using Newsroom.Api.Infrastructure.Security;

namespace Newsroom.Api.Composition;

/// <summary>What a host differs in that serves one title of an installation.</summary>
/// <param name="Name">The name of the title.</param>
/// <param name="Host">The host name at which browsers reach it; null where there is none.</param>
/// <param name="Claim">The claim that tokens must have; null where its issuer is of this title alone.</param>
/// <param name="Complete">Changes the services of the host after all others are registered.</param>
internal sealed record HostTitle(string Name, string? Host, RequiredClaim? Claim, Action<WebApplicationBuilder> Complete);
