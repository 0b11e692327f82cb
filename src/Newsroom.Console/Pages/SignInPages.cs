using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Newsroom.Client.Worklists;
using Newsroom.Console.Configuration;
using Newsroom.Console.Security;

namespace Newsroom.Console.Pages;

/// <summary>Signs people in and out.</summary>
internal static class SignInPages
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").AllowAnonymous().AddEndpointFilter(ApiFailures.HandleAsync);
        pages.MapGet("/sign-in", ShowAsync);
        pages.MapPost("/sign-in", SignInAsync);
        pages.MapGet("/sign-in/issuer", Challenge);
        // The token of its form is of the signed-in person.
        endpoints.MapPost("/sign-out", SignOutAsync).RequireAuthorization(Sessions.Policy);
        endpoints.MapGet("/sign-out", (HttpContext http) => Views.SeeOther(http, ReturnAddress.Of(http.Request, null))).AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ConsoleOptions options, DevelopmentPeople people)
    {
        var known = options.DevelopmentData is null ? [] : await people.ListAsync(http.RequestAborted);
        return View(http, known, http.Request.Query["failed"].ToString() == "true");
    }

    private static async Task<IResult> SignInAsync(HttpContext http, IFormCollection form, ConsoleOptions options, DevelopmentPeople people)
    {
        if (options.DevelopmentData is null)
        {
            return Results.NotFound();
        }

        var known = await people.ListAsync(http.RequestAborted);
        if (known.FirstOrDefault(colleague => colleague.Id == form["person"].ToString()) is not { } person)
        {
            return View(http, known, hasFailed: true);
        }

        var identity = new ClaimsIdentity([new Claim(Sessions.NameClaim, person.Name)], Sessions.Scheme, Sessions.NameClaim, null);
        await http.SignInAsync(Sessions.Scheme, new ClaimsPrincipal(identity), people.Session(person));
        return Views.SeeOther(http, ReturnAddress.Of(http.Request, form[ReturnAddress.Parameter]));
    }

    private static IResult Challenge(HttpContext http, ConsoleOptions options)
    {
        var back = ReturnAddress.Of(http.Request, http.Request.Query[ReturnAddress.Parameter]);
        return options.Authority is null
            ? Results.NotFound()
            : Results.Challenge(new AuthenticationProperties { RedirectUri = back }, [Sessions.IssuerScheme]);
    }

    // The form of the sign-out is checked against forgery because it is read.
    private static async Task<IResult> SignOutAsync(
        HttpContext http,
        IFormCollection form,
        ConsoleOptions options,
        IOptionsMonitor<OpenIdConnectOptions> issuers
    )
    {
        await http.SignOutAsync(Sessions.Scheme);
        var back = $"{http.Request.PathBase}/sign-in";
        return options.Authority is not null && await CanSignOutAsync(issuers.Get(Sessions.IssuerScheme), http.RequestAborted)
            ? Results.SignOut(new AuthenticationProperties { RedirectUri = back }, [Sessions.IssuerScheme])
            : Views.SeeOther(http, back);
    }

    // An issuer that cannot be reached keeps no one signed in here.
    private static async Task<bool> CanSignOutAsync(OpenIdConnectOptions issuer, CancellationToken cancellationToken)
    {
        try
        {
            var found = await issuer.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
            return !string.IsNullOrEmpty(found.EndSessionEndpoint);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static RazorComponentResult<SignInView> View(HttpContext http, IReadOnlyList<Colleague> people, bool hasFailed) =>
        Views.Of<SignInView>(
            hasFailed ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            (nameof(SignInView.Root), http.Request.PathBase.Value),
            (nameof(SignInView.People), people),
            (nameof(SignInView.HasFailed), hasFailed),
            (nameof(SignInView.Return), ReturnAddress.Of(http.Request, http.Request.Query[ReturnAddress.Parameter]))
        );
}
