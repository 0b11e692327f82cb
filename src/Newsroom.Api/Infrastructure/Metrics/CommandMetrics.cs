using System.Diagnostics.Metrics;

namespace Newsroom.Api.Infrastructure.Metrics;

/// <summary>Counts commands and refusals (meter <c>Newsroom.Commands</c>). Previews and repeats of a command are not counted.</summary>
public sealed class CommandMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Newsroom.Commands";

    private readonly Counter<long> commands;
    private readonly Counter<long> refusals;

    /// <summary>Creates the counters.</summary>
    public CommandMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        commands = meter.CreateCounter<long>("newsroom.commands", "{command}", "Commands, by name and outcome (accepted, refused).");
        refusals = meter.CreateCounter<long>("newsroom.refusals", "{refusal}", "Refused commands, by code.");
    }

    /// <summary>Counts a command whose events are committed.</summary>
    /// <param name="command">The command's name.</param>
    public void Accepted(string command) => commands.Add(1, new("command", command), new("outcome", "accepted"));

    /// <summary>Counts a refused command.</summary>
    /// <param name="command">The command's name.</param>
    /// <param name="code">The code of the refusal.</param>
    public void Refused(string command, string code)
    {
        commands.Add(1, new("command", command), new("outcome", "refused"));
        refusals.Add(1, new KeyValuePair<string, object?>("code", code));
    }
}
