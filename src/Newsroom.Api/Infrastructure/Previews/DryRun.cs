using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Previews;

/// <summary>Marks an endpoint whose command can be decided without appending events.</summary>
public sealed class HasPreview;

/// <summary>
/// The preference to decide a command without appending events: <c>Prefer: dry-run</c> (RFC 7240). A command without a preview is refused,
/// because a client that asks for one must not change anything.
/// </summary>
public static class DryRun
{
    /// <summary>The preference.</summary>
    public const string Preference = "dry-run";

    /// <summary>The header of the request.</summary>
    public const string Header = "Prefer";

    /// <summary>The header of the response.</summary>
    public const string AppliedHeader = "Preference-Applied";

    /// <summary>Returns whether the request is a command that is to be decided only.</summary>
    public static bool IsAsked(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && request.Headers[Header].Any(IsIn);

    /// <summary>Refuses previews of commands that have none, and marks the others; follows authorization.</summary>
    public static void UseDryRun(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                if (http.GetEndpoint() is not { } endpoint || !IsAsked(http.Request))
                {
                    return next(http);
                }

                if (endpoint.Metadata.GetMetadata<HasPreview>() is null)
                {
                    return Refuse(http.Request).ToProblem().ExecuteAsync(http);
                }

                http.Response.Headers[AppliedHeader] = Preference;
                return next(http);
            }
        );

    private static Refusal Refuse(HttpRequest request) =>
        new(
            RefusalKind.Malformed,
            "dry-run-not-supported",
            $"{request.Method} {request.Path} has no preview, and nothing was done. Send it without {Header}: {Preference}."
        );

    private static bool IsIn(string? preferences) =>
        preferences?.Split(',').Any(preference => preference.Split(';')[0].Trim().Equals(Preference, StringComparison.OrdinalIgnoreCase))
        == true;
}
