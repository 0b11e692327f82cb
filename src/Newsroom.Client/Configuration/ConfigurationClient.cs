using System.Text.Json.Nodes;
using Newsroom.Client.Http;

namespace Newsroom.Client.Configuration;

/// <summary>Sends commands on desks, people, speakers and policies whose bodies are made of fields of a form.</summary>
public sealed class ConfigurationClient
{
    private readonly ApiConnection connection;

    internal ConfigurationClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Sends a command.</summary>
    public Task<ApiResponse<JsonObject>> SendAsync(
        NamedConfiguration command,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => connection.SendAsync<JsonObject>(RequestOf(command, idempotencyKey), cancellationToken);

    /// <summary>Returns what a command would do; nothing is stored.</summary>
    public Task<ApiResponse<CommandPreview>> PreviewAsync(
        NamedConfiguration command,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<CommandPreview>(RequestOf(command, null) with { Preview = true }, cancellationToken);

    private static ApiRequest RequestOf(NamedConfiguration command, string? idempotencyKey) =>
        command.IsDefinition
            ? ApiRequest.Put(command.Path, command.Body, idempotencyKey)
            : ApiRequest.Post(command.Path, command.Body, idempotencyKey);
}
