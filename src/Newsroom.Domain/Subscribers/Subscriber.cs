using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Subscribers;

/// <summary>States of a subscriber.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<SubscriberState>))]
public enum SubscriberState
{
    /// <summary>Notices are sent.</summary>
    Active,

    /// <summary>Notices are kept until the subscriber is resumed.</summary>
    Paused,

    /// <summary>Nothing is sent any more. The id is not used again.</summary>
    Removed,
}

/// <summary>A system outside the newsroom that receives notices of published stories by webhook.</summary>
/// <param name="Id">The id, a slug.</param>
/// <param name="Name">The display name.</param>
/// <param name="Url">The address that notices are sent to.</param>
public sealed record Subscriber(string Id, string Name, string Url)
{
    /// <summary>The desks whose stories it receives; empty for all.</summary>
    public ImmutableArray<string> Desks { get; init; } = [];

    /// <summary>The languages that it receives (BCP 47); <c>en</c> includes <c>en-GB</c>. Empty for all.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The kinds of notice that it receives; empty for all.</summary>
    public ImmutableArray<DeliveryKind> Kinds { get; init; } = [];

    /// <summary>The format of editions.</summary>
    public DeliveryFormat Format { get; init; }

    /// <summary>The state.</summary>
    public SubscriberState State { get; init; }

    /// <summary>The reason why it is paused; null where it is not.</summary>
    public string? PauseReason { get; init; }

    /// <summary>Returns whether it receives a notice, if it is active or once it is resumed.</summary>
    /// <param name="kind">The kind of notice.</param>
    /// <param name="desk">The desk of the story.</param>
    /// <param name="language">The language of the story.</param>
    public bool Receives(DeliveryKind kind, string desk, string language) =>
        State != SubscriberState.Removed
        && (Kinds.IsEmpty || Kinds.Contains(kind))
        && (Desks.IsEmpty || Desks.Contains(desk))
        && (Languages.IsEmpty || Languages.Any(range => LanguageTag.IsInRange(language, range)));

    /// <summary>Compares lists by their items.</summary>
    public bool Equals(Subscriber? other) =>
        other is not null
        && (Id, Name, Url, Format, State, PauseReason) == (other.Id, other.Name, other.Url, other.Format, other.State, other.PauseReason)
        && Desks.SequenceEqual(other.Desks)
        && Languages.SequenceEqual(other.Languages)
        && Kinds.SequenceEqual(other.Kinds);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Name, Url, Format, State, PauseReason);

    /// <summary>Folds an event.</summary>
    public static Subscriber? Evolve(Subscriber? subscriber, object happened) =>
        happened switch
        {
            SubscriberRegistered e => e.Subscriber,
            SubscriberChanged e when subscriber is not null => e.Subscriber with
            {
                State = subscriber.State,
                PauseReason = subscriber.PauseReason,
            },
            SubscriberPaused e => subscriber is null ? null : subscriber with { State = SubscriberState.Paused, PauseReason = e.Reason },
            SubscriberResumed => subscriber is null ? null : subscriber with { State = SubscriberState.Active, PauseReason = null },
            SubscriberRemoved => subscriber is null ? null : subscriber with { State = SubscriberState.Removed, PauseReason = null },
            _ => subscriber,
        };
}
