using System.Text.Json.Nodes;
using Newsroom.Client.Http;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;

namespace Newsroom.Client.Desks;

/// <summary>Reads and defines desks, and changes their policies.</summary>
public sealed class DesksClient
{
    private readonly ApiConnection connection;

    internal DesksClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Reads all desks.</summary>
    public Task<ApiResponse<Page<Desk>>> ListAsync(CancellationToken cancellationToken = default) =>
        connection.SendAsync<Page<Desk>>(ApiRequest.Get("desks"), cancellationToken);

    /// <summary>Reads a desk.</summary>
    public Task<ApiResponse<Desk>> GetAsync(string desk, CancellationToken cancellationToken = default) =>
        connection.SendAsync<Desk>(ApiRequest.Get(PathOf(desk)), cancellationToken);

    /// <summary>Defines a desk, or changes its definition.</summary>
    public Task<ApiResponse<Desk>> DefineAsync(
        string desk,
        DefineDesk definition,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => connection.SendAsync<Desk>(ApiRequest.Put(PathOf(desk), definition, idempotencyKey), cancellationToken);

    /// <summary>Reads the policies of a desk.</summary>
    public Task<ApiResponse<DeskPolicies>> GetPoliciesAsync(string desk, CancellationToken cancellationToken = default) =>
        connection.SendAsync<DeskPolicies>(ApiRequest.Get($"{PathOf(desk)}/policies"), cancellationToken);

    /// <summary>Proposes a policy.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="gates">The gates with their terms, as the API documents them.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="idempotencyKey">Repeating the command with the same key carries it out once.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<DeskPolicies>> ProposePolicyAsync(
        string desk,
        JsonNode? gates,
        string reason,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => SendAsync(desk, ConfigurationCatalog.ProposePolicy, new { gates, reason }, idempotencyKey, cancellationToken);

    /// <summary>Proposes a policy that also states who knows of confidential stories, and whether reads are recorded.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="gates">The gates with their terms, as the API documents them.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="showsConfidential">Whether others see that a confidential story of the desk exists.</param>
    /// <param name="logsReads">Whether every read of a story of the desk is recorded.</param>
    /// <param name="idempotencyKey">Repeating the command with the same key carries it out once.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<DeskPolicies>> ProposePolicyAsync(
        string desk,
        JsonNode? gates,
        string reason,
        bool showsConfidential,
        bool logsReads,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            desk,
            ConfigurationCatalog.ProposePolicy,
            new
            {
                gates,
                reason,
                showsConfidential,
                logsReads,
            },
            idempotencyKey,
            cancellationToken
        );

    /// <summary>Puts a proposed policy into force.</summary>
    public Task<ApiResponse<DeskPolicies>> AcceptPolicyAsync(
        string desk,
        int version,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => SendAsync(desk, ConfigurationCatalog.AcceptPolicy, new { version }, idempotencyKey, cancellationToken);

    /// <summary>Rejects a proposed policy.</summary>
    public Task<ApiResponse<DeskPolicies>> RejectPolicyAsync(
        string desk,
        int version,
        string reason,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => SendAsync(desk, ConfigurationCatalog.RejectPolicy, new { version, reason }, idempotencyKey, cancellationToken);

    private Task<ApiResponse<DeskPolicies>> SendAsync(
        string desk,
        ConfigurationCommand command,
        object body,
        string? idempotencyKey,
        CancellationToken cancellationToken
    ) => connection.SendAsync<DeskPolicies>(ApiRequest.Post($"{PathOf(desk)}/{command.Name}", body, idempotencyKey), cancellationToken);

    private static string PathOf(string desk) => $"desks/{Uri.EscapeDataString(desk)}";
}
