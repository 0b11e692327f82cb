using System.Diagnostics;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>
/// Each attempt of a delivery is a span in the trace of the request that recorded the event, and its log lines name that trace.
/// </summary>
internal static class DeliveryTraces
{
    /// <summary>The name of the source.</summary>
    public const string Source = "Newsroom.Deliveries";

    private const string Name = "deliver";

    private static readonly ActivitySource Activities = new(Source);

    /// <summary>Begins the span of an attempt.</summary>
    public static Activity Start(ClaimedDelivery delivery)
    {
        var request = RequestOf(delivery);
        var activity = Activities.StartActivity(Name, ActivityKind.Client, request) ?? Untraced(request);
        return activity.SetTag("newsroom.delivery", delivery.Id).SetTag("newsroom.subscriber", delivery.Subscriber);
    }

    // Of the request, the event has the trace but not the span.
    private static ActivityContext RequestOf(ClaimedDelivery delivery) =>
        delivery.Trace is { Length: 32 } trace && trace.All(char.IsAsciiHexDigitLower)
            ? new(ActivityTraceId.CreateFromString(trace), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, isRemote: true)
            : default;

    // Nobody collects traces; log lines still name it.
    private static Activity Untraced(ActivityContext request)
    {
        var activity = new Activity(Name);
        return (request == default ? activity : activity.SetParentId(request.TraceId, request.SpanId)).Start();
    }
}
