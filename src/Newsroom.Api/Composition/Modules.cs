using Newsroom.Api.Access;
using Newsroom.Api.Audit;
using Newsroom.Api.Commands;
using Newsroom.Api.Composition.OpenApi;
using Newsroom.Api.Desks;
using Newsroom.Api.Distribution;
using Newsroom.Api.Erasures;
using Newsroom.Api.EvidenceFiles;
using Newsroom.Api.Imports;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Newsroom.Api.LiveFeed;
using Newsroom.Api.Numbers;
using Newsroom.Api.Operations;
using Newsroom.Api.People;
using Newsroom.Api.Policies;
using Newsroom.Api.Publication;
using Newsroom.Api.Refusals;
using Newsroom.Api.Speakers;
using Newsroom.Api.Stories;
using Newsroom.Api.Worklists;
using Wolverine;

namespace Newsroom.Api.Composition;

/// <summary>Lists the modules of the API.</summary>
internal static class Modules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new AccessModule(),
        new StoriesModule(),
        new PublicationModule(),
        new WorklistsModule(),
        new LiveFeedModule(),
        new DesksModule(),
        new PoliciesModule(),
        new PeopleModule(),
        new SpeakersModule(),
        new DistributionModule(),
        new EvidenceFilesModule(),
        new ErasuresModule(),
        new CommandsModule(),
        new RefusalsModule(),
        new AuditModule(),
        new NumbersModule(),
        new ImportsModule(),
        new LedgerModule(),
        new OperationsModule(),
    ];

    /// <summary>The projections of every module.</summary>
    public static IEnumerable<ProjectionRegistration> Projections => All.SelectMany(module => module.Projections);

    /// <summary>Registers the services of every module.</summary>
    public static void AddModules(this WebApplicationBuilder builder)
    {
        foreach (var module in All)
        {
            module.AddServices(builder);
        }
    }

    /// <summary>Adds the durable messages of every module.</summary>
    public static void UseModules(this WolverineOptions options)
    {
        foreach (var module in All)
        {
            module.ConfigureMessages(options);
        }
    }

    /// <summary>Maps the endpoints of all modules, with their permissions and parameters.</summary>
    public static void MapModules(this WebApplication app)
    {
        var endpoints = app.MapGroup("")
            .WithParameters()
            .ValidateRequests()
            .RequireStoryGuard()
            .DeclareCommonAnswers()
            .RequirePermissions(app.Services.GetRequiredService<PublicCors>());
        foreach (var module in All)
        {
            module.MapEndpoints(endpoints);
        }
    }
}
