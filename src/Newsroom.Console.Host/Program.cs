using Newsroom.Console;
using Newsroom.Console.Configuration;
using Newsroom.Local;

var builder = WebApplication.CreateBuilder(args);
var data = DataDirectory.Find(builder.Configuration[DataDirectory.Setting]);
var options = ConsoleSettings.Read(builder.Configuration, builder.Environment.IsDevelopment() ? data.Path : null);
if (ConsoleSettings.MissingIn(options) is { } missing)
{
    await Console.Error.WriteLineAsync(missing);
    return 1;
}

builder.Services.AddConsole(options);
builder.Services.AddHealthChecks();
var app = builder.Build();
app.MapConsole();
app.MapHealthChecks("/health/live");
app.MapGet("/", () => Results.Redirect($"{ConsoleSetup.Path}/"));
await app.RunAsync();
return 0;
