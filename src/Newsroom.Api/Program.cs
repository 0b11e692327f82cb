using System.Globalization;
using Newsroom.Api.Composition;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations;
using Newsroom.Domain.Text;
using Wolverine;

var generating = GeneratedCode.IsToBeWritten(args);
var builder = generating ? GeneratedCode.Builder() : WebApplication.CreateBuilder(args);
var data = DataDirectory.Find(builder.Configuration[DataDirectory.Setting]);
try
{
    if (!Normaliser.CanCompose)
    {
        throw new SettingsException(
            "Unicode data is missing: install ICU (libicu), or unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT. Fingerprints of words "
                + "depend on it."
        );
    }

    CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
    builder.AddNewsroomAuthentication(data);
    await using var database = generating ? Database.None : await Database.OpenAsync(builder, data);
    var keys = LedgerKeys.Find(builder.Configuration, builder.Environment, data);
    var identity = new HostIdentity(DatabaseKinds.Of(builder.Environment), keys);
    if (!generating)
    {
        await SchemaMigrator.RunAsync(database, builder.Environment, identity, DatabaseKinds.Given(builder.Configuration));
    }

    builder.ListenWhereFree();
    builder.Services.AddNewsroomStore(database.ConnectionString);
    builder.Services.AddSingleton(keys);
    builder.Services.AddSingleton(identity);
    builder.Services.AddSingleton(new Owner(database.Maintenance));
    builder.Services.AddSingleton(TimeProvider.System);
    builder.AddNewsroomHttp();
    builder.Services.AddAccess();
    builder.AddIdempotency();
    builder.Services.AddNewsroomOpenApi();
    builder.AddModules();
    builder.Host.UseWolverine(options =>
    {
        options.ApplicationAssembly = typeof(Program).Assembly;
        options.CodeGeneration.TypeLoadMode = GeneratedCode.Mode;
        options.AutoBuildMessageStorageOnStartup = JasperFx.AutoCreate.None;
        options.UseModules();
        options.Durability.Mode = builder.Configuration.GetValue("Nodes:Coordinate", !builder.Environment.IsDevelopment())
            ? DurabilityMode.Balanced
            : DurabilityMode.Solo;
    });
    if (database.Own is { } own)
    {
        EmbeddedDatabase.Supervise(builder.Services, own);
    }

    if (builder.Environment.IsDevelopment() && builder.Configuration.GetValue("Development:Welcome", true))
    {
        builder.Services.AddSingleton(data).AddHostedService<DevelopmentStartup>();
    }

    var app = builder.Build();
    app.UseNewsroomHttp();
    app.UseAuthentication();
    app.UseRoleCombinations();
    app.UseAuthorization();
    app.UseAddressGuard();
    app.UseRequestBodies();
    app.UseBuiltEndpoints();
    app.MapNewsroomHealth();
    app.MapNewsroomOpenApi();
    app.MapModules();
    if (generating)
    {
        GeneratedCode.Write(app);
        return 0;
    }

    await app.RunAsync();
    return 0;
}
catch (SettingsException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
