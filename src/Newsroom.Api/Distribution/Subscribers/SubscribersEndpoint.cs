using FluentValidation;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>Handles GET /subscribers, GET /subscribers/{subscriber} and the commands on subscribers.</summary>
internal static class SubscribersEndpoint
{
    /// <summary>Lists the subscribers.</summary>
    [EndpointSummary("List the subscribers, those that were removed too.")]
    [ProducesResponseType<Page<Subscriber>>(StatusCodes.Status200OK)]
    public static async Task<IResult> ListAsync(IQuerySession session, CancellationToken cancellationToken) =>
        Paging.All(await session.Query<Subscriber>().OrderBy(s => s.Id).ToListAsync(cancellationToken));

    /// <summary>Returns a subscriber.</summary>
    [EndpointSummary("Get a subscriber.")]
    [ProducesResponseType<Subscriber>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(string subscriber, IQuerySession session, CancellationToken cancellationToken) =>
        await session.LoadAsync<Subscriber>(subscriber, cancellationToken) is { } known
            ? Results.Ok(known)
            : UnknownSubscriber(subscriber).ToProblem();

    /// <summary>Registers a subscriber under an id, or one derived from the name.</summary>
    [EndpointSummary("Register a subscriber. The answer has its secret, which is shown once; a repeat of the command has none.")]
    [ProducesResponseType<SubscriberWithSecret>(StatusCodes.Status201Created)]
    public static Task<IResult> RegisterAsync(
        RegisterSubscriber command,
        HttpContext http,
        SubscriberCommandHandler subscribers,
        CancellationToken cancellationToken
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var id = command.Id ?? Slug.From(command.Name);
        return subscribers.HandleAsync(id, ConfigurationCatalog.RegisterSubscriber, command, cancellationToken);
    }

    /// <summary>Changes a subscriber.</summary>
    [EndpointSummary("Change a subscriber. What is not given stays as it is; an empty list stands for all.")]
    [ProducesResponseType<Subscriber>(StatusCodes.Status200OK)]
    public static Task<IResult> ChangeAsync(
        string subscriber,
        ChangeSubscriber command,
        SubscriberCommandHandler subscribers,
        CancellationToken cancellationToken
    ) => subscribers.HandleAsync(subscriber, ConfigurationCatalog.ChangeSubscriber, command, cancellationToken);

    /// <summary>Pauses a subscriber.</summary>
    [EndpointSummary("Pause a subscriber. Its notices are kept until it is resumed.")]
    [ProducesResponseType<Subscriber>(StatusCodes.Status200OK)]
    public static Task<IResult> PauseAsync(
        string subscriber,
        PauseSubscriber command,
        SubscriberCommandHandler subscribers,
        CancellationToken cancellationToken
    ) => subscribers.HandleAsync(subscriber, ConfigurationCatalog.PauseSubscriber, command, cancellationToken);

    /// <summary>Resumes a subscriber.</summary>
    [EndpointSummary("Resume a subscriber. The notices that were kept are sent.")]
    [ProducesResponseType<Subscriber>(StatusCodes.Status200OK)]
    public static Task<IResult> ResumeAsync(
        string subscriber,
        ResumeSubscriber command,
        SubscriberCommandHandler subscribers,
        CancellationToken cancellationToken
    ) => subscribers.HandleAsync(subscriber, ConfigurationCatalog.ResumeSubscriber, command, cancellationToken);

    /// <summary>Makes a new secret for a subscriber.</summary>
    [EndpointSummary(
        "Make a new secret for a subscriber. The answer has it, once. For the hours of the overlap, notices are also signed with the "
            + "secret before."
    )]
    [ProducesResponseType<SubscriberWithSecret>(StatusCodes.Status200OK)]
    public static Task<IResult> RotateAsync(
        string subscriber,
        RotateSecret command,
        HttpContext http,
        SubscriberCommandHandler subscribers,
        CancellationToken cancellationToken
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        return subscribers.HandleAsync(subscriber, ConfigurationCatalog.RotateSecret, command, cancellationToken);
    }

    /// <summary>Sends a notice to a subscriber again.</summary>
    [EndpointSummary("Send a notice to a subscriber again, under its id.")]
    [ProducesResponseType<Subscriber>(StatusCodes.Status200OK)]
    public static Task<IResult> RedeliverAsync(
        string subscriber,
        Redeliver command,
        SubscriberCommandHandler subscribers,
        CancellationToken cancellationToken
    ) => subscribers.HandleAsync(subscriber, ConfigurationCatalog.Redeliver, command, cancellationToken);

    /// <summary>Sends all notices since an instant to a subscriber again.</summary>
    [EndpointSummary("Send all notices since an instant to a subscriber again, each under its id, those of one story in their order.")]
    [ProducesResponseType<Subscriber>(StatusCodes.Status200OK)]
    public static Task<IResult> ReplayAsync(
        string subscriber,
        ReplayDeliveries command,
        SubscriberCommandHandler subscribers,
        CancellationToken cancellationToken
    ) => subscribers.HandleAsync(subscriber, ConfigurationCatalog.ReplayDeliveries, command, cancellationToken);

    /// <summary>Removes a subscriber.</summary>
    [EndpointSummary("Remove a subscriber. Its secrets are deleted, and nothing is sent to it any more.")]
    [ProducesResponseType<Subscriber>(StatusCodes.Status200OK)]
    public static Task<IResult> RemoveAsync(
        string subscriber,
        RemoveSubscriber command,
        SubscriberCommandHandler subscribers,
        CancellationToken cancellationToken
    ) => subscribers.HandleAsync(subscriber, ConfigurationCatalog.RemoveSubscriber, command, cancellationToken);

    /// <summary>Acknowledges a notice, as its subscriber.</summary>
    [EndpointSummary(
        "Acknowledge the notice of a correction, retraction or kill, with a token of the subscriber. Another acknowledgement of the same "
            + "delivery changes nothing."
    )]
    [ProducesResponseType<Acknowledgement>(StatusCodes.Status200OK)]
    public static Task<IResult> AcknowledgeAsync(
        string subscriber,
        AcknowledgeNotice command,
        SubscriberCommandHandler subscribers,
        CancellationToken cancellationToken
    ) => subscribers.AcknowledgeAsync(subscriber, command, cancellationToken);

    /// <summary>Creates the refusal of a subscriber that does not exist.</summary>
    internal static Refusal UnknownSubscriber(string subscriber) =>
        Refusal.NotFound("unknown-subscriber", $"There is no subscriber \"{subscriber}\".");
}

/// <summary>A subscriber, and its secret where it was just made.</summary>
/// <param name="Subscriber">The subscriber.</param>
public sealed record SubscriberWithSecret(Subscriber Subscriber)
{
    /// <summary>The secret that notices are signed with (Standard Webhooks). It is shown once; null in the answer to a repeat.</summary>
    public string? Secret { get; init; }

    /// <summary>Why there is no secret, and what to do; null where there is one.</summary>
    public string? Notice { get; init; }
}

/// <summary>Validates <see cref="RegisterSubscriber"/>.</summary>
public sealed class RegisterSubscriberValidator : AbstractValidator<RegisterSubscriber>
{
    /// <summary>Requires a name and an address, and a slug where an id is given.</summary>
    public RegisterSubscriberValidator()
    {
        RuleFor(s => s.Name).NotEmpty();
        RuleFor(s => s.Url).NotEmpty();
        RuleFor(s => s.Id).Slug();
    }
}

/// <summary>Validates <see cref="ChangeSubscriber"/>.</summary>
public sealed class ChangeSubscriberValidator : AbstractValidator<ChangeSubscriber>
{
    /// <summary>Requires that a name has words.</summary>
    public ChangeSubscriberValidator() => RuleFor(s => s.Name).NotEmpty().When(s => s.Name is not null);
}
