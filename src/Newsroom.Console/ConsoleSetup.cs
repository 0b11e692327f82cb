using System.IO.Compression;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Newsroom.Console.Api;
using Newsroom.Console.Auditing;
using Newsroom.Console.Changes;
using Newsroom.Console.Checking;
using Newsroom.Console.Configuration;
using Newsroom.Console.Managing;
using Newsroom.Console.Numbers;
using Newsroom.Console.Pages;
using Newsroom.Console.Replay;
using Newsroom.Console.Security;
using Newsroom.Console.Settings;
using Newsroom.Console.Subscribers;

namespace Newsroom.Console;

/// <summary>Adds the console to a web application: the API, or a separate one.</summary>
public static partial class ConsoleSetup
{
    /// <summary>The path of the console in the host of the API.</summary>
    public const string Path = "/console";

    /// <summary>Registers the services of the console.</summary>
    public static void AddConsole(this IServiceCollection services, ConsoleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddSingleton<ApiAddress>();
        services.AddScoped<ApiAccess>();
        services.AddRazorComponents();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.AddConsoleSignIn(options);
    }

    /// <summary>
    /// Serves the console below a path. Its middleware and endpoints are its own: those of the host do not apply to it, and none of its
    /// addresses is one of the host's.
    /// </summary>
    public static void MapConsole(this IApplicationBuilder app, string path = Path)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!ConsoleFiles.HasCodeMirror)
        {
            PlainEditor(app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ConsoleSetup)));
        }

        var console = new ApplicationBuilder(app.ApplicationServices);
        console.UseConsoleHeaders(app.ApplicationServices.GetRequiredService<ConsoleOptions>());
        console.UseConsoleErrors();

        // Files only: the size of a compressed page can tell a secret of it where others choose a part of its words.
        console.UseWhen(http => ConsoleFiles.Has(http.Request.Path), files => files.UseResponseCompression());
        console.UseRouting();
        console.UseAuthentication();
        console.UseAuthorization();
        console.UseAntiforgery();
        console.Use(RefuseForgedFormsAsync);
        console.UseEndpoints(MapPages);
        var pipeline = console.Build();
        app.Map(path, branch => branch.Run(pipeline));
    }

    [LoggerMessage(
        LogLevel.Warning,
        "The console's editor is a plain text field, because npm was not there for the build. Install Node.js, and build again."
    )]
    private static partial void PlainEditor(ILogger log);

    // Compiled endpoints read the form without asking, and reading a forged one is an exception.
    private static Task RefuseForgedFormsAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static void MapPages(IEndpointRouteBuilder endpoints)
    {
        var all = endpoints.MapGroup("").ExcludeFromDescription();
        ConsoleFiles.Map(all);
        SignInPages.Map(all);
        var pages = all.MapGroup("").RequireAuthorization(Sessions.Policy).AddEndpointFilter(ApiFailures.HandleAsync);
        MyWorkPage.Map(pages);
        BoardPage.Map(pages);
        StoryPage.Map(pages);
        EditPage.Map(pages, all);
        PublishPage.Map(pages);
        DraftPage.Map(pages);
        ManagePage.Map(pages);
        ErasuresPage.Map(pages);
        ReplayPage.Map(pages);
        CheckingPage.Map(pages);
        AuditPage.Map(pages);
        NumbersPage.Map(pages);
        SettingsPage.Map(pages);
        DeskSettingsPage.Map(pages);
        SpeakerPage.Map(pages);
        SubscriberPage.Map(pages);
        ChangesPage.Map(pages);
    }
}
