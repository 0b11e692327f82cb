using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace Newsroom.Api.Tests.Publication;

/// <summary>A newsroom whose clock is set forward, and which looks for due messages often.</summary>
public sealed class ShiftedNewsroom : Newsroom
{
    public ShiftedNewsroom() =>
        Configure = services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.ConfigureWolverine(options => options.Durability.ScheduledJobPollingTime = TimeSpan.FromMilliseconds(200));
        };

    public ShiftedClock Time { get; } = new();
}
