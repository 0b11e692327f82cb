namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Whether several nodes share the database.</summary>
internal static class NodeCoordination
{
    /// <summary>The setting; by default, nodes coordinate outside Development.</summary>
    private const string Setting = "Nodes:Coordinate";

    /// <summary>Returns whether this node coordinates with others.</summary>
    public static bool IsConfigured(WebApplicationBuilder builder) =>
        builder.Configuration.GetValue(Setting, !builder.Environment.IsDevelopment());
}
