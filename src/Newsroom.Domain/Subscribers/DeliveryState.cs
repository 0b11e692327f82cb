using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Subscribers;

/// <summary>States of a delivery.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<DeliveryState>))]
public enum DeliveryState
{
    /// <summary>It is to be sent, or to be sent again.</summary>
    Pending,

    /// <summary>The subscriber accepted it.</summary>
    Delivered,

    /// <summary>No attempt succeeded.</summary>
    Failed,

    /// <summary>The subscriber was removed before it was sent.</summary>
    Cancelled,
}

/// <summary>Reads states of deliveries.</summary>
public static class DeliveryStates
{
    /// <summary>Reads a state as it is stored.</summary>
    /// <exception cref="FormatException">There is no such state.</exception>
    public static DeliveryState Parse(string stored) =>
        Enum.GetValues<DeliveryState>().Cast<DeliveryState?>().FirstOrDefault(state => state!.Value.ToKebabCase() == stored)
        ?? throw new FormatException($"There is no state of deliveries \"{stored}\".");
}
