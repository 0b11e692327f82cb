namespace Newsroom.Api.Tests.Postgres;

/// <summary>A server that is configured. Only the databases that tests created are removed.</summary>
internal sealed class GivenServer(string connectionString) : RunningServer(connectionString)
{
    public override async ValueTask DisposeAsync() => await DropAllAsync();
}
