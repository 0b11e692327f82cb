using System.CommandLine;
using System.Text.Json.Nodes;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Stories;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Stories;

/// <summary>The time of a scheduled publication. A time without an offset is one of the time zone of the story's desk.</summary>
internal static class ScheduleTimeOption
{
    private const string Member = "time";

    // Any zone: the desk is not known yet.
    private static readonly TimeZoneInfo AnyZone = TimeZoneInfo.Utc;

    public static bool IsFor(CommandParameter parameter) =>
        parameter.Command == typeof(StoryCommand.Schedule) && parameter.Name == nameof(StoryCommand.Schedule.Time);

    public static ParameterOption Create(CommandParameter parameter)
    {
        var option = new Option<string>(parameter.Option)
        {
            Required = parameter.Required,
            HelpName = "time",
            Description = ParameterHelp.Describe(parameter),
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !IsLocal(text) && TimeOption.ParseInstant(text) is null)
            {
                result.AddError(
                    $"{parameter.Option} does not accept “{text}”. Use a time such as 2026-03-12T09:30 or 2026-03-12T09:30+01:00."
                );
            }
        });
        return new ParameterOption(parameter, option, context => context.GetValue(option));
    }

    /// <summary>Replaces a local time of the story's desk by its instant, and shows it with its offset.</summary>
    public static async Task CompleteAsync(JsonObject body, StoryKey id, CommandContext context)
    {
        var text = (string)body[Member]!;
        if (TimeOption.ParseInstant(text) is { } given)
        {
            body[Member] = JsonValue.Create(given);
            return;
        }

        var name = (await context.Client.Stories.GetAsync(id, cancellationToken: context.CancellationToken)).Value.Desk;
        var desk = (await context.Client.Desks.GetAsync(name, context.CancellationToken)).Value;
        var zone = desk.TimeZone is { } known ? DeskTime.ZoneOf(known) : null;
        if (zone is null)
        {
            var reason = desk.TimeZone is { } unknown ? $"a time zone that this program does not know, {unknown}" : "no time zone";
            throw new UsageException($"The desk {desk.Id} has {reason}. Give the time with its offset, such as {text}+01:00.");
        }

        var reading = DeskTime.Read(text, zone)!;
        var instant =
            reading.Instant
            ?? throw new UsageException(
                $"{text} {(reading.Kind == LocalTimeKind.Twice ? "occurs twice" : "does not exist")} in {zone.Id}, because the clocks "
                    + $"change. Use {string.Join(" or ", reading.Instants.Select(reading => DeskTime.Write(reading, zone)))}."
            );
        body[Member] = JsonValue.Create(instant);
        context.ErrorConsole.Write($"The time is {DeskTime.Write(instant, zone)} ({zone.Id}).");
    }

    private static bool IsLocal(string text) => DeskTime.Read(text, AnyZone) is not null;
}
