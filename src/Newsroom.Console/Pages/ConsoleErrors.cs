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
                StatusCodeSelector = failure =>
                    failure is BadHttpRequestException client ? client.StatusCode : StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePages(pages => WriteAsync(pages.HttpContext, pages.HttpContext.Response.StatusCode));
    }

    private static Task WriteAsync(HttpContext http, int status) =>
        Views.Message(http, status, ReasonPhrases.GetReasonPhrase(status), Explain(status)).ExecuteAsync(http);

    private static string Explain(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest =>
                "The form is not one that this console sent to you, or it is too old. Go back, reload the page and send it again.",
            StatusCodes.Status404NotFound => "There is no such page.",
            >= StatusCodes.Status500InternalServerError => "The console failed. Nothing more is known here; its log says why.",
            _ => "The request cannot be answered.",
        };
}
