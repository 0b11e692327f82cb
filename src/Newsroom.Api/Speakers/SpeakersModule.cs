using Marten;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;

namespace Newsroom.Api.Speakers;

/// <summary>People who can be quoted, and the sealed identities of confidential sources.</summary>
internal sealed class SpeakersModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [SpeakerProjection.Registration()];

    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder) => builder.Services.AddScoped<SpeakerCommandHandler>();

    /// <inheritdoc/>
    public void ConfigureStore(StoreOptions options)
    {
        options.Storage.ExtendedSchemaObjects.Add(SourceKeys.Table);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/speakers", SpeakersEndpoint.ListAsync);
        endpoints.MapGet("/speakers/{speaker}", SpeakersEndpoint.GetAsync);
        endpoints.MapPost("/speakers/register-speaker", SpeakersEndpoint.RegisterAsync);
        endpoints.MapPost("/speakers/{speaker}/seal-identity", SpeakersEndpoint.SealAsync);
        endpoints.MapPost("/speakers/{speaker}/reveal-identity", SpeakersEndpoint.RevealAsync);
    }
}
