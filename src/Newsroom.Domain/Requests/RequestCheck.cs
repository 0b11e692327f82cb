using System.Collections;

namespace Newsroom.Domain.Requests;

/// <summary>Describes an invalid member of a request.</summary>
/// <param name="Path">The path, such as <c>evidence[1].citation</c>.</param>
/// <param name="Message">What would be accepted.</param>
public readonly record struct RequestFault(string Path, string Message);

/// <summary>Validates requests without state: required members and the bounds of <see cref="LimitTable"/>.</summary>
public static class RequestCheck
{
    /// <summary>
    /// Lists the faults of a request. The length of a body is not checked: <see cref="Text.TextRules"/> refuses with 413.
    /// </summary>
    public static IEnumerable<RequestFault> Faults(object request) => RequestMembers.Of(request).Select(FaultOf).OfType<RequestFault>();

    /// <summary>Returns the path of the first member that must not be null but is; otherwise null.</summary>
    public static string? FindNull(object request) =>
        RequestMembers.Of(request).Where(m => m is { Value: null, Nullable: false }).Select(m => m.Path).FirstOrDefault();

    /// <summary>Validates a query or path parameter; null if it is valid.</summary>
    public static RequestFault? FaultOf(string parameter, string value) =>
        LimitTable.Of("query", parameter) is { Unit: LimitUnit.Characters } limit && !limit.Allows(value)
            ? new RequestFault(parameter, $"Accepted: {limit.Accepted}.")
            : null;

    private static RequestFault? FaultOf(RequestMember member)
    {
        if (member.Value is null)
        {
            return member.Nullable ? null : new RequestFault(member.Path, "Null is not accepted here; omit the member instead.");
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
            DateOnly date => limit.Allows(date),
            ICollection items => limit.Allows(items.Count),
            _ => true,
        };
        return allowed ? null : new RequestFault(member.Path, $"Accepted: {limit.Accepted}.");
    }
}
