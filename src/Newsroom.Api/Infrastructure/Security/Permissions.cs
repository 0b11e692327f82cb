using System.Collections.Immutable;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>The permission of a request.</summary>
/// <param name="Method">GET, PUT or POST.</param>
/// <param name="Route">The route.</param>
/// <param name="Roles">The roles; empty for public requests.</param>
/// <param name="Condition">A further condition on the caller, for people; empty for none.</param>
public sealed record EndpointAccess(string Method, string Route, ImmutableArray<Role> Roles, string Condition = "")
{
    /// <summary>Gets the name of the command; null for reads.</summary>
    public string? Command { get; init; }

    /// <summary>Gets an example of the body as JSON; null for reads.</summary>
    public string? Example { get; init; }

    /// <summary>Gets whether the request can be sent with <c>Prefer: dry-run</c>.</summary>
    public bool HasPreview { get; init; }

    /// <summary>Gets whether no token is required.</summary>
    public bool IsPublic => Roles.IsEmpty && !IsOfSubscriber;

    /// <summary>Gets whether the subscriber that the address names has it with its own token, besides the roles.</summary>
    public bool IsOfSubscriber { get; init; }

    /// <summary>
    /// Gets whether it is a read, whose roles are checked before the endpoint. The domain checks those of commands, and the refusal is
    /// recorded.
    /// </summary>
    public bool IsRead => Method == "GET";

    /// <summary>Gets the roles as text.</summary>
    public string Who =>
        Roles.Length switch
        {
            0 when IsOfSubscriber => "the subscriber",
            0 => "everybody",
            var all when all == Enum.GetValues<Role>().Length => "staff (any role)",
            _ => string.Join(", ", Roles.Select(r => r.ToKebabCase()).Concat(IsOfSubscriber ? ["the subscriber"] : [])),
        };
}

/// <summary>Lists the permission of every request. Authorization, the OpenAPI description and docs/permissions.md derive from it.</summary>
public static class Permissions
{
    private static readonly ImmutableArray<Role> Staff = [.. Enum.GetValues<Role>()];
    private static readonly ImmutableArray<Role> Auditing = [Role.Auditor, Role.ChiefEditor];

    /// <summary>Gets all permissions, story commands first.</summary>
    public static ImmutableArray<EndpointAccess> All { get; } =
    [
        .. CommandCatalog.All.Select(c => new EndpointAccess("POST", c.Route, c.Roles, ConditionOf(c))
        {
            Command = c.Name,
            Example = c.Example,
            HasPreview = true,
        }),
        Of("POST", "/stories/import-history", ConfigurationCatalog.ImportHistory),
        Of("POST", "/views/rebuild-views", ConfigurationCatalog.RebuildViews),
        Of("POST", "/speakers/register-speaker", ConfigurationCatalog.RegisterSpeaker),
        Of("POST", "/speakers/{speaker}/seal-identity", ConfigurationCatalog.SealIdentity),
        Of("POST", "/speakers/{speaker}/reveal-identity", ConfigurationCatalog.RevealIdentity),
        Of("POST", "/desks/{desk}/propose-policy", ConfigurationCatalog.ProposePolicy),
        Of("POST", "/desks/{desk}/accept-policy", ConfigurationCatalog.AcceptPolicy),
        Of("POST", "/desks/{desk}/reject-policy", ConfigurationCatalog.RejectPolicy),
        Of("POST", "/erasures/request-erasure", ConfigurationCatalog.RequestErasure),
        Of("POST", "/erasures/{erasure}/approve-erasure", ConfigurationCatalog.ApproveErasure),
        Of("POST", "/erasures/{erasure}/reject-erasure", ConfigurationCatalog.RejectErasure),
        Of("POST", "/subscribers/register-subscriber", ConfigurationCatalog.RegisterSubscriber),
        Of("POST", "/subscribers/{subscriber}/change-subscriber", ConfigurationCatalog.ChangeSubscriber),
        Of("POST", "/subscribers/{subscriber}/pause-subscriber", ConfigurationCatalog.PauseSubscriber),
        Of("POST", "/subscribers/{subscriber}/resume-subscriber", ConfigurationCatalog.ResumeSubscriber),
        Of("POST", "/subscribers/{subscriber}/rotate-secret", ConfigurationCatalog.RotateSecret),
        Of("POST", "/subscribers/{subscriber}/redeliver", ConfigurationCatalog.Redeliver),
        Of("POST", "/subscribers/{subscriber}/replay-deliveries", ConfigurationCatalog.ReplayDeliveries),
        Of("POST", "/subscribers/{subscriber}/remove-subscriber", ConfigurationCatalog.RemoveSubscriber),
        Of("POST", "/subscribers/{subscriber}/acknowledge", ConfigurationCatalog.Acknowledge),
        Of("PUT", "/desks/{desk}", ConfigurationCatalog.DefineDesk),
        Of("PUT", "/people/{person}", ConfigurationCatalog.DescribePerson),
        new("GET", "/me", Staff),
        new("GET", "/me/work", Staff),
        Of("PUT", "/evidence/{sha256}", ConfigurationCatalog.AddEvidenceFile),
        new("GET", "/events", Staff),
        new("GET", "/stories", Staff),
        new("GET", "/stories/{storyId}", Staff),
        new("GET", "/stories/{storyId}/history", Staff),
        new("GET", "/stories/{storyId}/timeline", Staff),
        new("GET", "/stories/{storyId}/diff", Staff),
        new("GET", "/stories/{storyId}/blame", Staff),
        new("GET", "/stories/{storyId}/gates", Staff),
        new("GET", "/stories/{storyId}/quoted", Staff),
        new("GET", "/stories/{storyId}/proposals", Staff),
        new("GET", "/stories/{storyId}/passages/{passage}", Staff),
        new("GET", "/dismissed-phrases", Staff),
        new("GET", "/desks", Staff),
        new("GET", "/desks/{desk}", Staff),
        new("GET", "/desks/{desk}/board", Staff),
        new("GET", "/desks/{desk}/policies", Staff),
        new("GET", "/numbers", Staff),
        new("GET", "/fact-checks/queue", Staff),
        new("GET", "/speakers", Staff),
        new("GET", "/speakers/{speaker}", Staff),
        new("GET", "/speakers/{speaker}/quotes", Staff),
        new("GET", "/people", Staff),
        new("GET", "/evidence/{sha256}", Staff),
        new("GET", "/erasures", [Role.Legal, Role.Auditor, Role.ChiefEditor]),
        new("GET", "/audit", Auditing),
        new("GET", "/audit.csv", Auditing),
        new("GET", "/audit.jsonl", Auditing),
        new("GET", "/views/verify-views", [Role.Auditor, Role.Admin]),
        new("GET", "/views/parked-events", [Role.Auditor, Role.Admin]),
        new("GET", "/subscribers", [Role.Auditor, Role.Admin]),
        new("GET", "/subscribers/{subscriber}", [Role.Auditor, Role.Admin]),
        new("GET", "/subscribers/{subscriber}/history", [Role.Auditor, Role.Admin]),
        new("GET", "/subscribers/{subscriber}/deliveries", [Role.Auditor, Role.Admin]) { IsOfSubscriber = true },
        new("GET", "/deliveries/unacknowledged", [Role.Publisher, Role.ChiefEditor, Role.Legal, Role.Auditor, Role.Admin]),
        new("GET", "/stories/{storyId}/bundle", Auditing),
        new("GET", "/ledger/proofs/{eventId}", Auditing),
        new("GET", "/ledger/verify-store", [Role.Auditor, Role.Admin]),
        new("GET", "/ledger/checkpoint", []),
        new("GET", "/ledger/keys", []),
        new("GET", "/ledger/tile/{level}/{index}", []),
        new("GET", "/published", []),
        new("GET", "/published/{slug}", []),
        new("GET", "/published/{slug}.{format}", []),
        new("GET", "/published/{slug}.proof", []),
        new("GET", "/published/feed.atom", []),
        new("GET", "/published/feed.rss", []),
        new("GET", "/published/feed.json", []),
        new("GET", "/published/sitemap-news.xml", []),
        new("GET", "/corrections", []),
        new("GET", "/problems/{code}", []),
        new("GET", "/.well-known/oauth-protected-resource", []),
    ];

    /// <summary>Returns the routes of the reads that a person has, and that not all staff have.</summary>
    public static ImmutableArray<string> FurtherReadsOf(Actor actor) =>
        [.. All.Where(a => a.IsRead && !a.IsPublic && a.Roles != Staff && a.Roles.Any(actor.Is)).Select(a => a.Route)];

    /// <summary>Returns the permission of a request.</summary>
    /// <exception cref="InvalidOperationException">The request has no permission.</exception>
    public static EndpointAccess Of(string method, string route) =>
        All.FirstOrDefault(p => p.Method == method && p.Route == Plain(route))
        ?? throw new InvalidOperationException($"The table of permissions does not say who may {method} {route}.");

    /// <summary>Returns the commands of stories as a table in Markdown.</summary>
    public static string CommandTable() =>
        "| command of a story | by | precondition | when closed | condition |\n|---|---|---|---|---|\n"
        + string.Concat(CommandCatalog.All.Select(CommandRow));

    /// <summary>Returns all other requests as a table in Markdown.</summary>
    public static string RequestTable() =>
        "| request | by | condition |\n|---|---|---|\n"
        + string.Concat(All.Skip(CommandCatalog.All.Length).Select(p => $"| `{p.Method} {p.Route}` | {p.Who} | {p.Condition} |\n"));

    private static string CommandRow(CommandDescription command)
    {
        var permit = Of("POST", command.Route);
        var precondition = command.Precondition switch
        {
            Precondition.Version when command.Merges => "version, or merged",
            Precondition.Version => "version",
            Precondition.Fingerprint => "fingerprint",
            _ when command.HonoursVersion => "version, if named",
            _ => "",
        };
        var closed = string.Join(", ", command.WhenClosed.Select(state => state.ToKebabCase()));
        return $"| `{permit.Method} {permit.Route}` | {permit.Who} | {precondition} | {closed} | {permit.Condition} |\n";
    }

    // Removes catch-all markers and constraints.
    private static string Plain(string route) =>
        "/" + route.TrimStart('/').Replace("{**", "{", StringComparison.Ordinal).Replace(":guid}", "}", StringComparison.Ordinal);

    private static EndpointAccess Of(string method, string route, ConfigurationCommand command) =>
        new(method, route, command.Roles, command.Condition)
        {
            Command = command.Name,
            Example = command.Example,
            HasPreview = command.HasPreview,
            IsOfSubscriber = command.IsOfSubscriber,
        };

    private static string ConditionOf(CommandDescription command) =>
        string.Join("; ", new[] { command.OnTheStory ? "on the story" : "", command.Condition }.Where(c => c.Length > 0));
}
