using System.Net.NetworkInformation;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Configures how requests are read and errors are answered.</summary>
public static class HttpConfiguration
{
    /// <summary>The maximum size of a request, in bytes.</summary>
    public const long MaxRequestBytes = 8 * 1024 * 1024;

    private const int DefaultPort = 5080;

    /// <summary>Configures strict JSON in camel case. Unknown members, missing members and unexpected nulls are refused.</summary>
    public static void AddNewsroomHttp(this WebApplicationBuilder builder)
    {
        builder.AddListening();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRequestTimeLimit(RequestTimeLimit.Limit);
        builder.Services.AddSingleton<ResponseCache>();
        builder.Services.AddSingleton<DocumentCache>();
        builder.Services.AddValidators();
        PublicCors.Add(builder);
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = given => Problems.Name(given.ProblemDetails));
        builder.Services.AddExceptionHandler<DatabaseUnavailable>();
        builder.Services.AddExceptionHandler<UnreadableEventExceptionHandler>();
        builder.Services.ConfigureHttpJsonOptions(options => Strict(options.SerializerOptions));
    }

    /// <summary>Configures where the server listens, and the size of the requests that it reads.</summary>
    public static void AddListening(this WebApplicationBuilder builder)
    {
        ListenWhereFree(builder);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxRequestBytes);
    }

    /// <summary>Adds the middleware that validates addresses and reads bodies before endpoints; follows authorization.</summary>
    public static void UseRequestGuards(this WebApplication app)
    {
        app.UseAddressGuard();
        app.Use(AnEmptyBodyIsAnEmptyCommandAsync);
        app.UseMiddleware<RequestBodies>();
        BuildEndpoints(app);
    }

    /// <summary>
    /// Routes requests, and converts exceptions to problem details. A client error keeps its status; anything else is 500 without details.
    /// </summary>
    public static void UseNewsroomHttp(this WebApplication app)
    {
        var cors = app.Services.GetRequiredService<PublicCors>();
        app.UseHeadRequests();
        app.UseRouting();
        app.UseResponseHeaders(cors.IsOn);
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                StatusCodeSelector = failure =>
                    failure is BadHttpRequestException client ? client.StatusCode : StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePages();
        if (cors.IsOn)
        {
            app.UseCors();
        }
    }

    /// <summary>Limits the requests of all callers together, and the duration of each; follows the limits of each caller.</summary>
    public static void UseRequestLimits(this WebApplication app)
    {
        app.UseOverloadProtection();
        app.UseRequestTimeouts();
    }

    // A faulty endpoint stops the host.
    private static void BuildEndpoints(WebApplication app) =>
        app.Use(next =>
        {
            _ = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
            return next;
        });

    // Port 5080, or a free one when that is taken, unless an address is configured.
    private static void ListenWhereFree(WebApplicationBuilder builder)
    {
        if (
            builder.Configuration[WebHostDefaults.ServerUrlsKey] is null
            && builder.Configuration["HTTP_PORTS"] is null
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists()
        )
        {
            builder.WebHost.UseUrls($"http://127.0.0.1:{(IsFree(DefaultPort) ? DefaultPort : 0)}");
        }
    }

    private static bool IsFree(int port) =>
        !IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == port);

    private static void Strict(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.AllowDuplicateProperties = false;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new Rfc3339Converter());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver())
            .WithAddedModifier(RefuseIgnored)
            .WithAddedModifier(KnowEvents);
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    // A member that is set elsewhere, such as basedOn, would be ignored silently.
    private static void RefuseIgnored(JsonTypeInfo type)
    {
        var without = type.Properties.Where(p => p is { Get: null, Set: null }).ToList();
        foreach (var ignored in without.Where(p => p.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) == true))
        {
            type.Properties.Remove(ignored);
        }
    }

    // An event is written with the members of its type, and described as one of the closed list.
    private static void KnowEvents(JsonTypeInfo type)
    {
        if (type.Type == typeof(StoryEvent))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions();
            foreach (var known in StoryEvents.ByName.Values)
            {
                type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(known));
            }
        }
    }

    private static Task AnEmptyBodyIsAnEmptyCommandAsync(HttpContext http, RequestDelegate next)
    {
        if (
            HttpMethods.IsPost(http.Request.Method)
            && http.Request.ContentLength is null or 0
            && !http.Request.Headers.TransferEncoding.Any(e => e?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
        )
        {
            http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes("{}"));
            http.Request.ContentType = "application/json";
            http.Request.ContentLength = 2;
            http.Features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
        }

        return next(http);
    }

    // Minimal APIs read only bodies that the server has announced.
    private sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}
