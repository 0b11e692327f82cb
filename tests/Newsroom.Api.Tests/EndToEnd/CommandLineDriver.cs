using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>Runs command lines against a newsroom, with a person's token.</summary>
internal static class CommandLineDriver
{
    /// <summary>Runs a command line.</summary>
    public static async Task<Terminal> TypeAsync(this Newsroom newsroom, string user, Role role, params IReadOnlyList<string> line)
    {
        using var api = newsroom.Host.Server.CreateClient();
        return await Terminal.TypeAsync(api, [.. line, "--token", newsroom.Token(user, [role])]);
    }
}
