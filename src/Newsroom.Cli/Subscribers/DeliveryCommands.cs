using System.CommandLine;
using System.Globalization;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Reads;
using Newsroom.Cli.Rendering;
using Newsroom.Client.Subscribers;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Subscribers;

/// <summary>
/// <c>newsroom deliveries</c>, <c>unacknowledged</c>, <c>redeliver</c>, <c>replay-deliveries</c>: what subscribers were sent.
/// </summary>
internal static class DeliveryCommands
{
    public static IEnumerable<CliCommand> CreateAll() => [CreateList(), CreateUnacknowledged(), CreateRedeliver(), CreateReplay()];

    private static CliCommand CreateList()
    {
        var (subscriber, paging) = (SubscriberCommands.NewSubscriber(), new PagingOptions());
        var state = new Option<string?>("--state") { HelpName = "state", Description = "Only deliveries in this state." };
        state.AcceptOnly(Enum.GetValues<DeliveryState>().Select(value => value.ToKebabCase()));
        return new CliCommand(
            "deliveries",
            "List what a subscriber was sent, newest first, with the attempts.",
            [subscriber, state, .. paging.All],
            context =>
                context.ShowAsync(
                    context.Client.Subscribers.GetDeliveriesAsync(
                        context.GetValue(subscriber)!,
                        context.GetValue(state),
                        paging.Read(context),
                        context.CancellationToken
                    ),
                    Write
                )
        )
        {
            Details = ["Allowed roles: auditor, admin."],
        };
    }

    private static CliCommand CreateUnacknowledged()
    {
        var paging = new PagingOptions();
        return new CliCommand(
            "unacknowledged",
            "List corrections, retractions and kills that subscribers have not acknowledged, oldest first.",
            paging.All,
            context =>
                context.ShowAsync(
                    context.Client.Subscribers.GetUnacknowledgedAsync(paging.Read(context), context.CancellationToken),
                    Write
                )
        )
        {
            Details = ["Allowed roles: publisher, chief-editor, legal, auditor, admin."],
        };
    }

    private static CliCommand CreateRedeliver()
    {
        var subscriber = SubscriberCommands.NewSubscriber();
        var delivery = new Argument<Guid>("delivery") { Description = "Id of the delivery, as “newsroom deliveries” shows it." };
        return SubscriberCommands.Of(
            ConfigurationCatalog.Redeliver,
            "Send a notice to a subscriber again, under its id.",
            [subscriber, delivery],
            context =>
                context.ShowAsync(
                    context.Client.Subscribers.RedeliverAsync(
                        context.GetValue(subscriber)!,
                        context.GetValue(delivery),
                        context.IdempotencyKey,
                        context.CancellationToken
                    ),
                    (console, _) => console.Write($"The notice {context.GetValue(delivery)} is sent again.")
                )
        );
    }

    private static CliCommand CreateReplay()
    {
        var subscriber = SubscriberCommands.NewSubscriber();
        var since = new TimeOption("--since", "Time from which all notices are sent again.") { Required = true };
        return SubscriberCommands.Of(
            ConfigurationCatalog.ReplayDeliveries,
            "Send all notices since a time to a subscriber again.",
            [subscriber, since],
            context =>
                context.ShowAsync(
                    context.Client.Subscribers.ReplayDeliveriesAsync(
                        context.GetValue(subscriber)!,
                        context.GetValue(since)!.Value,
                        context.IdempotencyKey,
                        context.CancellationToken
                    ),
                    (console, _) => console.Write($"The notices since {console.FormatTime(context.GetValue(since)!.Value)} are sent again.")
                )
        );
    }

    private static void Write(ConsoleRenderer console, IReadOnlyList<Delivery> deliveries)
    {
        if (deliveries.Count == 0)
        {
            console.Write("No deliveries.");
            return;
        }

        console.WriteTable(
            ["Delivery", "Recorded", "Subscriber", "Notice", "State", "Latest attempt"],
            deliveries.Select(delivery =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell($"{delivery.Id}"),
                    ConsoleRenderer.Cell(console.FormatTime(delivery.At)),
                    ConsoleRenderer.Cell(delivery.Subscriber),
                    ConsoleRenderer.Cell($"{delivery.Kind}\n{delivery.Story}"),
                    ConsoleRenderer.Cell(StateOf(console, delivery)),
                    ConsoleRenderer.Cell(delivery.Attempts is [.., var last] ? Describe(last) : ""),
                }
            )
        );
    }

    private static string StateOf(ConsoleRenderer console, Delivery delivery)
    {
        var state = delivery.Due is { } due ? $"{delivery.State}, due {console.FormatTime(due)}" : delivery.State;
        return delivery switch
        {
            { NeedsAcknowledgement: true, AcknowledgedAt: null } => $"{state}\nnot acknowledged",
            { AcknowledgedAt: { } at } => $"{state}\nacknowledged {console.FormatTime(at)}",
            _ => state,
        };
    }

    private static string Describe(DeliveryAttempt attempt) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{attempt.Number}: {attempt.Error ?? attempt.Status?.ToString(CultureInfo.InvariantCulture)} ({attempt.Milliseconds} ms)"
        );
}
