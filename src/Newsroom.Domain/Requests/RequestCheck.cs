using System.Collections;

namespace Newsroom.Domain.Requests;

/// <summary>One fault of a request.</summary>
/// <param name="Path">Where, such as <c>evidence[1].citation</c>.</param>
/// <param name="Message">What is accepted.</param>
public readonly record struct RequestFault(string Path, string Message);

/// <summary>Checks a request by itself: no nulls where none are accepted, and every value within <see cref="LimitTable"/>.</summary>
public static class RequestCheck
{
    /// <summary>
    /// Enumerates the faults of a request, without the length of a body: <see cref="Articles.TextRules"/> refuses that with 413.
    /// </summary>
    public static IEnumerable<RequestFault> Faults(object request) => RequestMembers.Of(request).Select(FaultOf).OfType<RequestFault>();

    /// <summary>The first member that is null and must not be, or null.</summary>
    public static string? FindNull(object request) =>
        RequestMembers.Of(request).Where(m => m is { Value: null, Nullable: false }).Select(m => m.Path).FirstOrDefault();

    /// <summary>The fault of one parameter of a query or an address, or null.</summary>
    public static RequestFault? FaultOf(string parameter, string value) =>
        LimitTable.Of("query", parameter) is { Unit: LimitUnit.Characters } limit && !limit.Allows(value)
            ? new RequestFault(parameter, $"Accepted: {limit.Accepted}.")
            : null;

    private static RequestFault? FaultOf(RequestMember member)
    {
        if (member.Value is null)
        {
            return member.Nullable
                ? null
                : new RequestFault(member.Path, "Null is not accepted here; leave the member out where you have nothing to say.");
        }

        if (LimitTable.Of(member.Owner, member.Member) is not { Import: ImportOutcome.Refused } limit)
        {
            return null;
        }

        if (limit.IsNotBlank && !member.Nullable && member.Value is string given && string.IsNullOrWhiteSpace(given))
        {
            return new RequestFault(member.Path, $"Accepted: {limit.Accepted}, not only white space.");
        }

        var allowed = member.Value switch
        {
            string text => limit.Unit == LimitUnit.Bytes || limit.Allows(text),
            int number => limit.Allows(number),
            long number => limit.Allows(number),
            DateTimeOffset time => limit.Allows(time),
            ICollection items => limit.Allows(items.Count),
            _ => true,
        };
        return allowed ? null : new RequestFault(member.Path, $"Accepted: {limit.Accepted}.");
    }
}
