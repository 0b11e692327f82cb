using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Local;

namespace Newsroom.Api.Composition.Titles;

/// <summary>Runs the commands for the schema on the databases of titles: <c>db-apply morning</c>, or all of them.</summary>
internal static class TitleSchema
{
    /// <summary>Runs the command that the arguments name, and returns its exit code; null where they name none.</summary>
    /// <exception cref="SettingsException">There is no such command or title, or its file has a fault.</exception>
    public static async Task<int?> RunAsync(string[] arguments, WebApplicationBuilder installation, TitleSettings settings)
    {
        if (!SchemaCommand.IsNamedBy(arguments))
        {
            return null;
        }

        var files = TitleDirectory.Read(settings.Directory);
        var named = arguments.Length > 1 && !arguments[1].StartsWith('-') ? arguments[1] : null;
        if (named is not null && !files.ContainsKey(named))
        {
            throw new SettingsException($"There is no title {named} in {settings.Directory}.");
        }

        var code = 0;
        foreach (var (name, text) in files.Where(file => named is null || file.Key == named))
        {
            var file = TitleFile.Of(name, text);
            var plan = TitlePlan.Of(installation.Configuration, installation.Environment, file, settings);
            if (plan.Server is null)
            {
                throw new SettingsException($"The title {name} has no connection string. Development migrates it when it starts.");
            }

            System.Console.WriteLine($"{name}:");
            var builder = plan.CreateBuilder(installation.Environment);
            var data = DataDirectory.Find(plan.Settings[DataDirectory.Setting]);
            code = Math.Max(code, await SchemaCommand.RunAsync(arguments, builder, data) ?? 0);
        }

        return code;
    }
}
