using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Converts refusals to problem details (RFC 9457).</summary>
public static class Problems
{
    private const string NotJson = "The body is not JSON. Send JSON in UTF-8 with the Content-Type application/json.";

    /// <summary>Returns the status code of a kind of refusal.</summary>
    public static int Status(this RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Malformed => StatusCodes.Status400BadRequest,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Gone => StatusCodes.Status410Gone,
            RefusalKind.Overlap => StatusCodes.Status409Conflict,
            RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
            RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
            RefusalKind.BasisMissing => StatusCodes.Status428PreconditionRequired,
            _ => StatusCodes.Status422UnprocessableEntity,
        };

    /// <summary>
    /// Sets type, title and detail of a problem that the framework created, from its status: <c>/problems/not-found</c>.
    /// </summary>
    public static void Name(ProblemDetails problem)
    {
        if (problem.Type?.StartsWith(ProblemTypes.Path, StringComparison.Ordinal) != true)
        {
            var status = problem.Status ?? StatusCodes.Status500InternalServerError;
            problem.Type = ProblemTypes.UriOf(ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant().Replace(' ', '-'));
            problem.Title = ProblemTitles.Of(status);
            problem.Detail ??= status == StatusCodes.Status415UnsupportedMediaType ? NotJson : null;
        }
    }

    /// <summary>Creates the response to a request that needs events which the ledger does not contain yet.</summary>
    /// <param name="detail">What is missing, and what to do.</param>
    public static IResult LedgerBehind(string detail) => Unavailable("ledger-behind", detail);

    /// <summary>Creates a response of 503.</summary>
    /// <param name="code">The code of the problem type.</param>
    /// <param name="detail">What is missing, and what to do.</param>
    public static IResult Unavailable(string code, string detail)
    {
        const int status = StatusCodes.Status503ServiceUnavailable;
        return Results.Problem(detail, statusCode: status, title: ProblemTitles.Of(status, code), type: ProblemTypes.UriOf(code));
    }

    /// <summary>Converts a refusal to a response.</summary>
    public static IResult ToProblem(this Refusal refusal) => Results.Problem(Details(refusal));

    /// <summary>Converts a refusal to problem details: <c>reasons</c> for programs, and the members needed to act on it.</summary>
    public static ProblemDetails Details(Refusal refusal)
    {
        var details = new ProblemDetails
        {
            Type = ProblemTypes.UriOf(refusal.Code),
            Title = ProblemTitles.Of(refusal.Kind.Status(), refusal.Code),
            Status = refusal.Kind.Status(),
            Detail = refusal.Detail,
        };
        details.Extensions["reasons"] = ReasonsOf(refusal);
        Add(details, "currentVersion", refusal.CurrentVersion);
        Add(details, "currentFingerprint", (refusal as StaleFingerprintRefusal)?.CurrentFingerprint);
        Add(details, "conflicts", (refusal as ConflictRefusal)?.Conflicts);
        Add(details, "gates", (refusal as GateRefusal)?.Gates);
        return details;
    }

    private static ImmutableArray<ProblemReason> ReasonsOf(Refusal refusal) =>
        refusal switch
        {
            GateRefusal failed => [.. failed.Gates.SelectMany(g => g.Blocking).Select(r => new ProblemReason(r.Code, r.Message))],
            ReasonRefusal { Reason.Ways: var ways } => [new ProblemReason(refusal.Code, refusal.Detail) { Ways = ways }],
            _ => [new ProblemReason(refusal.Code, refusal.Detail)],
        };

    private static void Add(ProblemDetails details, string name, object? value)
    {
        if (value is not null)
        {
            details.Extensions[name] = value;
        }
    }
}

/// <summary>A reason of a refusal.</summary>
/// <param name="Code">Stable and machine-readable.</param>
/// <param name="Message">For people.</param>
public sealed record ProblemReason(string Code, string Message)
{
    /// <summary>Gets the commands that would resolve it; null where there are none, or where <c>gates</c> has them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<GateWay>? Ways { get; init; }
}
