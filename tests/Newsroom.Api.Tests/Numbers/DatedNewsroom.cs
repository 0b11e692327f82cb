using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Newsroom.Api.Tests.Numbers;

/// <summary>A newsroom whose events are recorded at the times that a test sets. Tokens and timers have the time of the system.</summary>
public sealed class DatedNewsroom : Newsroom
{
    public DatedNewsroom() => Configure = services => services.ConfigureMarten(options => options.Events.TimeProvider = Recording);

    public SetClock Recording { get; } = new();

    /// <summary>A clock that shows what it is set to.</summary>
    public sealed class SetClock : TimeProvider
    {
        public DateTimeOffset? Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now ?? base.GetUtcNow();
    }
}
