using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>Rejects verified tokens whose claims do not identify a person, or a subscriber.</summary>
internal static class TokenClaims
{
    /// <summary>The maximum length of a subject, in UTF-16 code units (OpenID Connect Core 1.0, section 2).</summary>
    public const int MaxSubject = 255;

    private const string Scheme = "Bearer ";

    private const string Reason = "newsroom.token-rejected";

    /// <summary>Returns why a token is rejected, or null.</summary>
    public static string? Reject(ClaimsPrincipal user)
    {
        var subjects = user.FindAll("sub").Select(claim => claim.Value).ToList();
        if (subjects is not [var subject] || string.IsNullOrWhiteSpace(subject))
        {
            return "The token has no subject. A token names one person in its claim \"sub\".";
        }

        if (subject.Length > MaxSubject)
        {
            return $"The token's subject has {subject.Length} characters; \"sub\" may have {MaxSubject}.";
        }

        return IsPlain(subject) ? RejectSubscriber(user) : "The token's subject has control characters or is not well-formed Unicode.";
    }

    // A token of another title is like one with another audience (RFC 9068, section 4).
    private static Rejection? Reject(ClaimsPrincipal user, RequiredClaim? claim)
    {
        if (Reject(user) is { } reason)
        {
            return new Rejection("token-subject", reason);
        }

        return claim?.IsIn(user) == false
            ? new Rejection("token-title", $"The token is not for this title. Its claim \"{claim.Type}\" does not name it.")
            : null;
    }

    private static string? RejectSubscriber(ClaimsPrincipal user)
    {
        var subscribers = user.FindAll(CallingActor.SubscriberClaim).Select(claim => claim.Value).ToList();
        if (subscribers.Count == 0)
        {
            return null;
        }

        if (subscribers is not [var subscriber] || !Slug.IsValid(subscriber))
        {
            return "The token's claim \"subscriber\" is not the id of one subscriber.";
        }

        return user.HasClaim(claim => claim.Type == CallingActor.RolesClaim)
            ? "The token is of a subscriber and has roles. A subscriber has none."
            : null;
    }

    /// <summary>
    /// Makes the bearer scheme answer such tokens, and those without a required claim, with 401 and the reason, and those that it cannot
    /// verify with 503.
    /// </summary>
    public static void RejectIncomplete(this JwtBearerEvents events, RequiredClaim? claim)
    {
        events.OnTokenValidated = context =>
        {
            if (Reject(context.Principal!, claim) is { } rejection)
            {
                context.HttpContext.Items[Reason] = rejection;
                context.Fail(rejection.Detail);
            }

            return Task.CompletedTask;
        };
        events.OnChallenge = async context =>
        {
            if (context.HttpContext.Items[Reason] is Rejection rejection)
            {
                context.HandleResponse();
                context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
                var problem = Results.Problem(
                    rejection.Detail,
                    statusCode: StatusCodes.Status401Unauthorized,
                    title: ProblemTitles.Of(StatusCodes.Status401Unauthorized),
                    type: ProblemTypes.UriOf(rejection.Code)
                );
                await problem.ExecuteAsync(context.HttpContext);
            }
            else if (IsUnverified(context))
            {
                context.HandleResponse();
                context.Response.Headers.RetryAfter = $"{(int)IssuerKeys.Pause.TotalSeconds}";
                await Unverified().ExecuteAsync(context.HttpContext);
            }
        };
    }

    // The token may be valid: its key is not known, and the keys cannot be read.
    private static bool IsUnverified(JwtBearerChallengeContext context) =>
        context is { AuthenticateFailure: { } failure, Options.ConfigurationManager: IssuerKeys { Failure: not null } keys }
        && (keys.Read is null || failure is SecurityTokenSignatureKeyNotFoundException)
        && NamesIssuer(context.Request, context.Options);

    // Another issuer's token, or one with another algorithm, is refused whatever the keys are.
    private static bool NamesIssuer(HttpRequest request, JwtBearerOptions options)
    {
        var text = request.Headers.Authorization.ToString();
        var token = text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..].Trim() : "";
        try
        {
            return options.TokenHandlers[0].ReadToken(token) is JsonWebToken { Alg: var algorithm, Issuer: var issuer }
                && options.TokenValidationParameters.ValidAlgorithms.Contains(algorithm)
                && issuer.TrimEnd('/') == options.Authority!.TrimEnd('/');
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException)
        {
            return false;
        }
    }

    private static IResult Unverified() =>
        Problems.Unavailable(
            "issuer-unavailable",
            "The token cannot be verified, because the keys of its issuer cannot be read. Nothing was done; retry."
        );

    private sealed record Rejection(string Code, string Detail);

    private static bool IsPlain(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE)
            {
                return false;
            }

            at += rune.Utf16SequenceLength;
        }

        return true;
    }
}
