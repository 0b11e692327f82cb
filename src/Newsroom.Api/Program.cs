using Newsroom.Api.Composition;
using Newsroom.Api.Composition.AsyncApi;
using Newsroom.Api.Composition.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Previews;
using Newsroom.Api.Infrastructure.RateLimits;
using Newsroom.Api.Infrastructure.Replicas;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations;
using Newsroom.Api.Stories;
using Newsroom.Console;
using Newsroom.Console.Hosting;
using Newsroom.Local;

var generating = GeneratedCode.IsToBeWritten(args);
var builder = generating ? GeneratedCode.Builder() : WebApplication.CreateBuilder(args);
try
{
    UnicodeData.Require();
    builder.Configuration.AddSecrets(args);
    var proxies = TrustedProxies.Read(builder.Configuration);
    var data = DataDirectory.Find(builder.Configuration[DataDirectory.Setting]);
    if (await SchemaCommand.RunAsync(args, builder, data) is { } code)
    {
        return code;
    }

    builder.AddNewsroomAuthentication(data);
    await using var database = generating ? Database.None : await Database.OpenAsync(builder, data);
    var keys = LedgerKeys.Find(builder.Configuration, builder.Environment, data);
    var identity = new HostIdentity(DatabaseKinds.Of(builder.Environment), keys);
    builder.Services.AddSingleton(keys).AddSingleton(identity).AddSingleton(TimeProvider.System);
    builder.Services.AddNewsroomStore(database.ConnectionString, Modules.Projections);
    builder.Services.AddSingleton(new MaintenanceDatabase(database.Maintenance));
    builder.AddReplica(database);
    builder.AddMessaging();
    builder.AddTransportSecurity();
    builder.AddGracefulShutdown();
    builder.AddNewsroomHttp();
    builder.AddCallerLimits();
    builder.AddTelemetry();
    builder.Services.AddNewsroomAuthorization();
    builder.AddIdempotency();
    builder.Services.AddNewsroomOpenApi();
    builder.Services.AddNewsroomAsyncApi();
    builder.AddModules();
    EmbeddedDatabase.Supervise(builder.Services, database);
    builder.AddConsole(data);
    DevelopmentStartup.Add(builder, data);

    var app = builder.Build();
    if (!generating)
    {
        await SchemaStartup.RunAsync(database, app, identity);
    }

    app.UseGracefulShutdown();
    app.UseMetrics();
    app.UseTrustedProxies(proxies);
    app.UseTransportSecurity();
    app.MapConsole();
    app.UseNewsroomHttp();
    app.UseAuthentication();
    app.UseCallerLimits();
    app.UseRequestLimits();
    app.UseNewsroomAuthorization();
    app.UseDryRun();
    app.UseReplica();
    app.UseRequestGuards();
    app.UseStorySlugs();
    app.MapEntryPoints();
    app.MapNewsroomHealth();
    app.MapNewsroomOpenApi();
    app.MapNewsroomAsyncApi();
    app.MapModules();
    if (generating)
    {
        GeneratedCode.Write(app);
        return 0;
    }

    await app.RunAsync();
    return 0;
}
catch (Exception problem) when (problem is SettingsException or HostSettingsException)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
