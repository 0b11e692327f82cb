using System.Collections.Immutable;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Console.Hosting;

namespace Newsroom.Api.Composition.Titles;

/// <summary>
/// Runs the titles that the directory lists: starts those that are new, restarts those that changed, stops those that went.
/// </summary>
/// <param name="settings">The settings of the installation.</param>
/// <param name="directory">The directory.</param>
/// <param name="plan">Makes the plan of a file.</param>
/// <param name="start">Starts the host of a title.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed partial class TitleSupervisor(
    TitleSettings settings,
    TitleDirectory directory,
    Func<TitleFile, TitlePlan> plan,
    Func<TitlePlan, CancellationToken, Task<TitleHost>> start,
    TimeProvider clock,
    ILogger<TitleSupervisor> log
)
{
    private readonly Dictionary<string, Ending> ending = [];
    private TitleResources resources = new(settings.PerServer);
    private ImmutableDictionary<string, string> texts = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets the titles that run, or are to run.</summary>
    public ImmutableDictionary<string, TitleRunner> Runners { get; private set; } = ImmutableDictionary<string, TitleRunner>.Empty;

    /// <summary>Gets what is wrong with files, by the name of the title.</summary>
    public ImmutableSortedDictionary<string, string> Faults { get; private set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Gets whether the directory has been read.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Gets why the directory cannot be read; null where it can.</summary>
    public string? Fault { get; private set; } = "The directory of titles has not been read yet.";

    /// <summary>Follows the directory until cancellation, and then stops all titles.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                Apply();
                await directory.ChangedAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await StopAllAsync();
        }
    }

    /// <summary>Finds the title that is reached at a host name.</summary>
    public TitleRunner? AtHost(string host) =>
        Runners.Values.FirstOrDefault(runner => runner.Plan.File.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase));

    /// <summary>Applies what the directory lists now.</summary>
    internal void Apply()
    {
        ImmutableSortedDictionary<string, TitleText> files;
        try
        {
            files = directory.Read();
            (Fault, IsRead) = (null, true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The titles go on as they are.
            Note(failure);
            return;
        }

        foreach (var gone in Runners.Keys.Except(files.Keys).ToList())
        {
            resources = resources.Without(gone);
            End(gone);
            (Runners, texts) = (Runners.Remove(gone), texts.Remove(gone));
        }

        Faults = Faults.RemoveRange(Faults.Keys.Where(name => !files.ContainsKey(name)));
        foreach (var (name, text) in files)
        {
            if (text.Fault is not null || !Runners.ContainsKey(name) || texts.GetValueOrDefault(name) != text.Text)
            {
                Read(name, text);
            }
            else
            {
                Faults = Faults.Remove(name);
            }
        }
    }

    private void Note(Exception failure)
    {
        var fault = $"The directory of titles cannot be read: {failure.Message}";
        if (Fault != fault)
        {
            Fault = fault;
            NotRead(log, settings.Directory, failure);
        }
    }

    // A title whose file has a fault goes on with its earlier settings.
    private void Read(string name, TitleText text)
    {
        try
        {
            var planned = plan(TitleFile.Of(name, text));
            resources = resources.With(planned);
            var runner = new TitleRunner(planned, start, clock, log);
            End(name);
            var before = Task.WhenAll(ending.Values.Where(other => other.Precedes(planned)).Select(other => other.Task));
            (Runners, texts, Faults) = (Runners.SetItem(name, runner), texts.SetItem(name, text.Text), Faults.Remove(name));
            runner.Start(before);
        }
        catch (Exception problem)
        {
            // Whatever it is, it is of this title alone.
            var fault = problem is SettingsException or HostSettingsException ? problem.Message : $"It cannot be read: {problem.Message}";
            if (Faults.GetValueOrDefault(name) != fault)
            {
                Faults = Faults.SetItem(name, fault);
                Faulty(log, name, fault, problem);
            }
        }
    }

    // Requests are no longer given to its host. A host with one of its resources, such as the database, waits until it has ended.
    private void End(string name)
    {
        if (Runners.TryGetValue(name, out var runner))
        {
            var earlier = ending.GetValueOrDefault(name)?.Task ?? Task.CompletedTask;
            ending[name] = new Ending(Task.WhenAll(earlier, runner.DisposeAsync().AsTask()), runner.Plan);
        }
    }

    private async Task StopAllAsync()
    {
        foreach (var name in Runners.Keys)
        {
            End(name);
        }

        await Task.WhenAll(ending.Values.Select(title => title.Task));
    }

    private sealed record Ending(Task Task, TitlePlan Plan)
    {
        public bool Precedes(TitlePlan next) =>
            next.File.Name == Plan.File.Name || next.Resources.Any(resource => Plan.Resources.Contains(resource));
    }

    [LoggerMessage(LogLevel.Error, "The file of the title {Title} has a fault: {Reason}")]
    private static partial void Faulty(ILogger log, string title, string reason, Exception problem);

    [LoggerMessage(LogLevel.Error, "The directory of titles {Directory} cannot be read; the titles go on as they are.")]
    private static partial void NotRead(ILogger log, string directory, Exception failure);
}
