using Newsroom.Api.Infrastructure.Modules;

namespace Newsroom.Api.Commands;

/// <summary>The path of commands that are not addressed to a story.</summary>
internal sealed class CommandsModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder) => builder.Services.AddScoped<CommandHandler>();
}
