using Newsroom.Api.Composition;
using Newsroom.Api.Composition.Titles;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Console.Hosting;
using Newsroom.Local;

var builder = WebApplication.CreateBuilder(args);
try
{
    UnicodeData.Require();
    builder.Configuration.AddSecrets(args);
    if (TitleSettings.Of(builder.Configuration) is { } titles)
    {
        return await TitleSchema.RunAsync(args, builder, titles) ?? await TitleFront.RunAsync(builder, titles, TimeProvider.System);
    }

    var data = DataDirectory.Find(builder.Configuration[DataDirectory.Setting]);
    if (await SchemaCommand.RunAsync(args, builder, data) is { } code)
    {
        return code;
    }

    await using var host = await NewsroomHost.BuildAsync(builder, TimeProvider.System);
    await host.App.RunAsync();
    return 0;
}
catch (Exception problem) when (problem is SettingsException or HostSettingsException)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
