using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Unicode;
using Microsoft.Extensions.Primitives;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>
/// Refuses addresses and headers that no endpoint can answer: characters the store refuses, bytes that are not UTF-8, values beyond their
/// limits, the all-zero id.
/// </summary>
public static class AddressGuard
{
    private const string OneId = "Accepted: one id such as 01a20e64-e28b-753e-acd0-6739a53493d3.";
    private const string OneStory = "Accepted: the id or the slug of one story.";

    private static readonly RequestParameters None = new(FrozenDictionary<string, Type>.Empty, FrozenDictionary<string, Type>.Empty);

    /// <summary>Adds the guard; it follows authorization.</summary>
    public static void UseAddressGuard(this WebApplication app) =>
        app.Use((http, next) => Refuse(http.Request) is { } refused ? refused.ExecuteAsync(http) : next(http));

    private static IResult? Refuse(HttpRequest request)
    {
        if (!IsUtf8(request.QueryString))
        {
            return Malformed("not-utf-8", "The query has bytes that are not UTF-8. Encode each byte of UTF-8 as %XX.").ToProblem();
        }

        foreach (var (name, value) in Parameters(request))
        {
            if (RefuseCharacters(name, value) is { } refusal)
            {
                return refusal.ToProblem();
            }
        }

        var expected = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<RequestParameters>() ?? None;
        foreach (var (name, type) in expected.Route)
        {
            if (type == typeof(Guid) && !IsId(name, request.RouteValues[name] as string))
            {
                return Results.NotFound();
            }
        }

        if (FaultsOf(request, expected) is { Count: > 0 } faults)
        {
            return Validation.Problem(faults);
        }

        if (request.Headers[IdempotencyHeader.Name].ToString().Length > LimitTable.IdempotencyKeyCharacters)
        {
            var accepted = $"Accepted: at most {LimitTable.IdempotencyKeyCharacters} characters.";
            return Validation.Problem([new RequestFault(IdempotencyHeader.Name, accepted)]);
        }

        var isStory = Guid.TryParse(request.RouteValues[RequestParameters.StoryInPath] as string, out var story);
        return isStory && story == Guid.Empty ? StoryNotFound.Problem(story) : null;
    }

    // Every request passes here: nothing is allocated for each parameter.
    private static IEnumerable<(string Name, string Value)> Parameters(HttpRequest request)
    {
        yield return ("address", request.Path.Value ?? "");
        foreach (var (name, value) in request.RouteValues)
        {
            if (value is string text)
            {
                yield return (name, text);
            }
        }

        if (!request.QueryString.HasValue)
        {
            yield break;
        }

        foreach (var (name, values) in request.Query)
        {
            foreach (var value in values)
            {
                yield return (name, value ?? "");
            }
        }

        foreach (var name in request.Query.Keys)
        {
            yield return ("address", name);
        }
    }

    private static List<RequestFault>? FaultsOf(HttpRequest request, RequestParameters expected)
    {
        List<RequestFault>? faults = null;
        foreach (var (name, value) in Parameters(request))
        {
            if (RequestCheck.FaultOf(name, value) is { } fault)
            {
                (faults ??= []).Add(fault);
            }
        }

        if (request.QueryString.HasValue && request.Query.Count > 0)
        {
            (faults ??= []).AddRange(FaultsOfQuery(request, expected));
        }

        return faults;
    }

    private static IEnumerable<RequestFault> FaultsOfQuery(HttpRequest request, RequestParameters expected) =>
        [.. expected == None ? [] : Unknown(request, expected), .. Misread(request, expected)];

    private static IEnumerable<RequestFault> Unknown(HttpRequest request, RequestParameters expected)
    {
        var known = expected.Query.Keys.Order(StringComparer.Ordinal).ToList();
        var accepted = known.Count == 0 ? "No query parameters are accepted." : $"Unknown parameter. Accepted: {string.Join(", ", known)}.";
        return request.Query.Keys.Where(name => !expected.Query.ContainsKey(name)).Select(name => new RequestFault(name, accepted));
    }

    private static IEnumerable<RequestFault> Misread(HttpRequest request, RequestParameters expected)
    {
        foreach (var (name, type) in expected.Query)
        {
            if (request.Query.TryGetValue(name, out var values) && Misread(name, values, type, expected) is { } accepted)
            {
                yield return new RequestFault(name, accepted);
            }
        }
    }

    /// <summary>Returns what would be accepted in place of these values; null where they are accepted.</summary>
    private static string? Misread(string name, StringValues values, Type type, RequestParameters expected)
    {
        if (values is not [{ } value])
        {
            return "Accepted: one value.";
        }

        if (type == typeof(Guid))
        {
            return IsId(name, value) ? null : IdOf(name);
        }

        if (type == typeof(int) || type == typeof(long))
        {
            var isRead = IsNumber(value, type, out var number);
            var bounds = expected.Bounds.GetValueOrDefault(name);
            var accepted = bounds is null ? "one whole number" : bounds.Accepted;
            return isRead && bounds?.Allows(number) != false ? null : $"Accepted: {accepted}.";
        }

        if (type == typeof(bool))
        {
            return bool.TryParse(value, out _) ? null : "Accepted: true or false.";
        }

        return expected.Values.GetValueOrDefault(name) is { } list && !list.Contains(value)
            ? $"Accepted: {string.Join(", ", list)}."
            : null;
    }

    private static bool IsNumber(string value, Type type, out long number) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && (type == typeof(long) || number is >= int.MinValue and <= int.MaxValue);

    private static bool IsId(string name, string? value) =>
        Guid.TryParse(value, out _) || (IdOf(name) == OneStory && value is not null && Slug.IsValid(value));

    private static string IdOf(string name) => name is RequestParameters.StoryInPath or RequestParameters.StoryInQuery ? OneStory : OneId;

    private static Refusal? RefuseCharacters(string name, string value) =>
        ForbiddenCharacters.FindUnkeepable(value) is var (_, codePoint, code)
            ? Malformed(code, $"{name} has the character {ForbiddenCharacters.Written(codePoint)}, which is not accepted.")
            : null;

    private static Refusal Malformed(string code, string detail) => new(RefusalKind.Malformed, code, detail);

    private static bool IsUtf8(QueryString query)
    {
        if (query.Value?.Contains('%', StringComparison.Ordinal) != true)
        {
            return true;
        }

        var escaped = Encoding.UTF8.GetBytes(query.Value);
        return Utf8.IsValid(WebUtility.UrlDecodeToBytes(escaped, 0, escaped.Length));
    }
}
