using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Newsroom.Console.Pages;

/// <summary>Answers with a page what has none: unknown addresses, forms without a valid token, faults.</summary>
internal static class ConsoleErrors
{
    public static void UseConsoleErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = http => WriteAsync(http, http.Response.StatusCode),
                StatusCodeSelector = StatusOf,
            }
        );
        app.UseStatusCodePages(pages => WriteAsync(pages.HttpContext, pages.HttpContext.Response.StatusCode));
    }

    // A form with more or longer fields than any page sends is invalid data.
    private static int StatusOf(Exception failure) =>
        failure switch
        {
            BadHttpRequestException client => client.StatusCode,
            InvalidDataException => StatusCodes.Status413PayloadTooLarge,
            _ => StatusCodes.Status500InternalServerError,
        };

    private static Task WriteAsync(HttpContext http, int status) =>
        Views.Message(http, status, ReasonPhrases.GetReasonPhrase(status), Explain(status)).ExecuteAsync(http);

    private static string Explain(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest =>
                "The form is not one that this console sent to you, or it is too old. Go back, reload the page and send it again.",
            StatusCodes.Status413PayloadTooLarge => "The form is larger than a story can be. Go back: what you wrote is still there.",
            StatusCodes.Status404NotFound => "There is no such page.",
            >= StatusCodes.Status500InternalServerError => "The console failed. Nothing more is known here; its log says why.",
            _ => "The request cannot be answered.",
        };
}
