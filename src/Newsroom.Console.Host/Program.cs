using Newsroom.Console;
using Newsroom.Console.Configuration;
using Newsroom.Console.Hosting;
using Newsroom.Local;

var builder = WebApplication.CreateBuilder(args);
try
{
    builder.Configuration.AddSecrets(args);
    var proxies = TrustedProxies.Read(builder.Configuration);
    var data = DataDirectory.Find(builder.Configuration[DataDirectory.Setting]);
    var options = ConsoleSettings.Read(builder.Configuration, builder.Environment.IsDevelopment() ? data.Path : null);
    if (ConsoleSettings.MissingIn(options) is { } missing)
    {
        throw new HostSettingsException(missing);
    }

    builder.AddTransportSecurity();
    builder.AddGracefulShutdown();
    builder.Services.AddConsole(options);
    var app = builder.Build();
    app.UseGracefulShutdown();
    app.UseTrustedProxies(proxies);
    app.UseTransportSecurity();
    app.MapConsole();
    app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
    app.MapHealthChecks("/health/ready");
    app.MapGet("/", () => Results.Redirect($"{ConsoleSetup.Path}/"));
    await app.RunAsync();
    return 0;
}
catch (HostSettingsException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
