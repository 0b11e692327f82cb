using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests;

/// <summary>A host in a separate process, and the people who send it requests.</summary>
internal sealed class HostNode : IDisposable
{
    private readonly HostProcess process;
    private readonly HttpClient http;
    private readonly string data;

    private HostNode(HostProcess process, Uri address, string data) =>
        (this.process, http, this.data) = (process, new HttpClient { BaseAddress = address }, data);

    /// <summary>Starts a host in Development, and waits until it listens.</summary>
    /// <param name="database">The connection string of its database.</param>
    /// <param name="data">Its data directory.</param>
    /// <param name="settings">Further environment variables.</param>
    public static async Task<HostNode> StartAsync(
        string database,
        string data,
        params IEnumerable<(string Name, string Value)> settings
    )
    {
        var process = HostProcess.Start(database, data, "Development", settings);
        try
        {
            return new HostNode(process, await process.AddressAsync(TestContext.Current.CancellationToken), data);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Its address.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>Returns a person with a role.</summary>
    public Person As(string user, Role role) => new(http, DevelopmentTokens.Issue(data, user, [role]));

    /// <summary>Kills the process.</summary>
    public void Kill() => process.Kill();

    /// <summary>Asks the process to stop, as a supervisor does.</summary>
    public void Terminate() => process.Terminate();

    /// <summary>Waits for the process to end, and returns its exit code and what it wrote to standard error.</summary>
    public Task<(int Code, string Error)> ExitAsync() => process.ExitAsync(TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Dispose();
        http.Dispose();
    }
}
