namespace Newsroom.Api.Tests.Postgres;

/// <summary>A server that the tester runs. Only the databases made on it are removed.</summary>
internal sealed class GivenServer(string connectionString) : RunningServer(connectionString)
{
    public override async ValueTask DisposeAsync() => await DropAllAsync();
}
