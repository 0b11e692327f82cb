using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Rendering;
using Newsroom.Client.Subscribers;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Subscribers;

/// <summary><c>newsroom subscribers</c>, and the commands on subscribers.</summary>
internal static class SubscriberCommands
{
    public static IEnumerable<CliCommand> CreateAll() =>
        [
            CreateList(),
            CreateHistory(),
            CreateRegister(),
            CreateChange(),
            CreatePause(),
            CreateResume(),
            CreateRotate(),
            CreateRemove(),
            CreateAcknowledge(),
        ];

    private static CliCommand CreateList() =>
        new(
            "subscribers",
            "List the subscribers, which receive notices of published stories.",
            [],
            context => context.ShowAsync(context.Client.Subscribers.ListAsync(context.CancellationToken), WriteSubscribers)
        )
        {
            Details = ["Allowed roles: auditor, admin."],
        };

    private static CliCommand CreateHistory()
    {
        var subscriber = NewSubscriber();
        return new CliCommand(
            "subscriber-history",
            "List the events of a subscriber.",
            [subscriber],
            context =>
                context.ShowAsync(
                    context.Client.Subscribers.GetHistoryAsync(
                        context.GetValue(subscriber)!,
                        cancellationToken: context.CancellationToken
                    ),
                    WriteHistory
                )
        )
        {
            Details = ["Allowed roles: auditor, admin."],
        };
    }

    private static CliCommand CreateRegister()
    {
        var fields = new SubscriberOptions(isRegistration: true);
        var id = new Option<string>("--id")
        {
            HelpName = "id",
            Description = "Lower-case words joined by hyphens. Default: made from the name.",
        };
        return Of(
            ConfigurationCatalog.RegisterSubscriber,
            "Register a subscriber, and show its secret once.",
            [id, .. fields.All],
            context =>
                context.ShowAsync(
                    context.Client.Subscribers.RegisterAsync(
                        fields.ReadRegistration(context, context.GetValue(id)),
                        context.IdempotencyKey,
                        context.CancellationToken
                    ),
                    (console, registered) => WriteSecret(console, "Registered", registered)
                )
        );
    }

    private static CliCommand CreateChange()
    {
        var (subscriber, fields) = (NewSubscriber(), new SubscriberOptions(isRegistration: false));
        return Of(
            ConfigurationCatalog.ChangeSubscriber,
            "Change a subscriber; what is not given stays as it is.",
            [subscriber, .. fields.All],
            context =>
                context.ShowAsync(
                    context.Client.Subscribers.ChangeAsync(
                        context.GetValue(subscriber)!,
                        fields.ReadChange(context),
                        context.IdempotencyKey,
                        context.CancellationToken
                    ),
                    WriteSubscriber
                )
        );
    }

    private static CliCommand CreatePause()
    {
        var subscriber = NewSubscriber();
        var reason = new Option<string>("--reason")
        {
            Required = true,
            HelpName = "text",
            Description = "Reason; it is recorded.",
        };
        return Of(
            ConfigurationCatalog.PauseSubscriber,
            "Pause a subscriber; its notices are kept.",
            [subscriber, reason],
            context =>
                context.ShowAsync(
                    context.Client.Subscribers.PauseAsync(
                        context.GetValue(subscriber)!,
                        context.Input.ReadPhrase(context.GetValue(reason)!),
                        context.IdempotencyKey,
                        context.CancellationToken
                    ),
                    WriteSubscriber
                )
        );
    }

    private static CliCommand CreateResume()
    {
        var subscriber = NewSubscriber();
        return Of(
            ConfigurationCatalog.ResumeSubscriber,
            "Resume a subscriber; the notices that were kept are sent.",
            [subscriber],
            context =>
                context.ShowAsync(
                    context.Client.Subscribers.ResumeAsync(
                        context.GetValue(subscriber)!,
                        context.IdempotencyKey,
                        context.CancellationToken
                    ),
                    WriteSubscriber
                )
        );
    }

    private static CliCommand CreateRotate()
    {
        var subscriber = NewSubscriber();
        var overlap = new NumberOption(
            "--overlap",
            $"Hours in which notices are also signed with the secret before. Default: {RotateSecret.DefaultOverlapHours}."
        );
        return Of(
            ConfigurationCatalog.RotateSecret,
            "Make a new secret for a subscriber, and show it once.",
            [subscriber, overlap],
            context =>
                context.ShowAsync(
                    context.Client.Subscribers.RotateSecretAsync(
                        context.GetValue(subscriber)!,
                        context.GetValue(overlap) is { } hours ? (int)Math.Clamp(hours, int.MinValue, int.MaxValue) : null,
                        context.IdempotencyKey,
                        context.CancellationToken
                    ),
                    (console, rotated) => WriteSecret(console, "New secret of", rotated)
                )
        );
    }

    private static CliCommand CreateRemove()
    {
        var subscriber = NewSubscriber();
        return Of(
            ConfigurationCatalog.RemoveSubscriber,
            "Remove a subscriber and its secrets; its id is not used again.",
            [subscriber],
            context =>
                context.ShowAsync(
                    context.Client.Subscribers.RemoveAsync(
                        context.GetValue(subscriber)!,
                        context.IdempotencyKey,
                        context.CancellationToken
                    ),
                    WriteSubscriber
                )
        );
    }

    private static CliCommand CreateAcknowledge()
    {
        var subscriber = NewSubscriber();
        var delivery = new Argument<Guid>("delivery") { Description = "Id of the delivery, as in its header webhook-id." };
        return new CliCommand(
            ConfigurationCatalog.Acknowledge.Name,
            "Acknowledge the notice of a correction, retraction or kill.",
            [subscriber, delivery],
            context =>
                context.ShowAsync(
                    context.Client.Subscribers.AcknowledgeAsync(
                        context.GetValue(subscriber)!,
                        context.GetValue(delivery),
                        context.IdempotencyKey,
                        context.CancellationToken
                    ),
                    (console, done) => console.Write($"Acknowledged {done.Delivery}, {console.FormatTime(done.AcknowledgedAt)}.")
                )
        )
        {
            Details = ["Allowed: the subscriber, with its own token."],
        };
    }

    internal static CliCommand Of(
        ConfigurationCommand command,
        string summary,
        IEnumerable<Symbol> symbols,
        Func<CommandContext, Task> act
    ) =>
        new(command.Name, summary, symbols, act) { Details = [CommandHelp.AllowedRoles(command.Roles, command.Condition)] };

    internal static Argument<string> NewSubscriber() => new("subscriber") { Description = "Id of the subscriber." };

    private static void WriteSecret(ConsoleRenderer console, string what, SubscriberWithSecret made)
    {
        console.Write($"{what} {made.Subscriber.Id}.");
        console.Write(made.Secret is { } secret ? $"Secret, shown once: {secret}" : made.Notice ?? "");
    }

    private static void WriteSubscriber(ConsoleRenderer console, SubscriberDetails subscriber) =>
        console.Write($"{subscriber.Id}: {subscriber.Name}, {subscriber.Url}, {subscriber.Receives}, {StateOf(subscriber)}");

    private static void WriteSubscribers(ConsoleRenderer console, IReadOnlyList<SubscriberDetails> subscribers)
    {
        if (subscribers.Count == 0)
        {
            console.Write("No subscribers. An admin registers them with “newsroom register-subscriber”.");
            return;
        }

        console.WriteTable(
            ["Subscriber", "State", "Name", "Address", "Receives"],
            subscribers.Select(s =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(s.Id),
                    ConsoleRenderer.Cell(StateOf(s)),
                    ConsoleRenderer.Cell(s.Name),
                    ConsoleRenderer.Cell(s.Url),
                    ConsoleRenderer.Cell(s.Receives),
                }
            )
        );
    }

    private static void WriteHistory(ConsoleRenderer console, IReadOnlyList<SubscriberHistoryEntry> entries)
    {
        foreach (var entry in entries)
        {
            var why = entry.Why is { } reason ? $" — {reason}" : "";
            console.Write($"{console.FormatTime(entry.At)}  {entry.Sentence}{why}");
        }
    }

    private static string StateOf(SubscriberDetails subscriber) =>
        subscriber.PauseReason is { } reason ? $"{subscriber.State}: {reason}" : subscriber.State;
}
