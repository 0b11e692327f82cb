using Microsoft.Extensions.Configuration;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Tests.Infrastructure.Idempotency;

/// <summary>The retention of stored responses is a setting.</summary>
public sealed class IdempotencyRetentionTests
{
    [Theory]
    [InlineData("1.00:00:00", 1)]
    [InlineData(null, 30)]
    [InlineData("", 30)]
    public void A_time_is_read(string? given, int days) => RetentionOf(given).KeepFor.ShouldBe(TimeSpan.FromDays(days));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("a month")]
    public void Anything_else_is_refused(string given) =>
        Should.Throw<SettingsException>(() => RetentionOf(given)).Message.ShouldContain("Idempotency:KeepFor");

    private static IdempotencyRetention RetentionOf(string? given) =>
        IdempotencyRetention.Of(
            new ConfigurationBuilder().AddInMemoryCollection([new KeyValuePair<string, string?>("Idempotency:KeepFor", given)]).Build()
        );
}
