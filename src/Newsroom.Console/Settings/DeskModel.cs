using System.Text.Json.Nodes;
using Newsroom.Client;
using Newsroom.Client.Desks;
using Newsroom.Client.Worklists;
using Newsroom.Console.Pages;

namespace Newsroom.Console.Settings;

/// <summary>What the settings of a desk show.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Policies">Its policies.</param>
/// <param name="Define">Whether the person can change its definition.</param>
/// <param name="Propose">Whether the person can propose a policy.</param>
/// <param name="Decisions">The proposed policies, with what accepting and rejecting each would do.</param>
public sealed record DeskModel(
    BoardDesk Desk,
    DeskPolicies Policies,
    Offer Define,
    Offer Propose,
    IReadOnlyList<PolicyDecision> Decisions
)
{
    private const int MaxDecisions = 5;

    private const string SampleWords = "Sample";

    /// <summary>Reads a desk.</summary>
    internal static async Task<DeskModel> LoadAsync(NewsroomClient api, BoardDesk desk, CancellationToken cancellationToken)
    {
        var policies = (await api.Desks.GetPoliciesAsync(desk.Id, cancellationToken)).Value;
        var definition = new JsonObject { ["name"] = SampleWords, ["language"] = "en" };
        var defining = AskAsync(SettingsForms.DefineDesk, definition);
        var proposing = AskAsync(SettingsForms.ProposePolicy, PolicyTerms.Of(policies.InForce, SampleWords));
        var proposed = policies.Versions.Where(version => version.State == "proposed").TakeLast(MaxDecisions);
        var decisions = await Task.WhenAll(proposed.Select(DecideAsync));
        return new DeskModel(desk, policies, await defining, await proposing, decisions);

        Task<Offer> AskAsync(string name, JsonObject body) =>
            SettingsOffers.AskAsync(api, name, SettingsForms.Of(name, desk.Id, body), cancellationToken);

        async Task<PolicyDecision> DecideAsync(PolicyVersion version)
        {
            var accepting = AskAsync(SettingsForms.AcceptPolicy, new JsonObject { ["version"] = version.Version });
            var body = new JsonObject { ["version"] = version.Version, ["reason"] = SampleWords };
            var rejecting = AskAsync(SettingsForms.RejectPolicy, body);
            return new PolicyDecision(version, await accepting, await rejecting);
        }
    }
}

/// <summary>A proposed policy and what the person can do about it.</summary>
/// <param name="Version">The policy.</param>
/// <param name="Accept">What accepting it would do, or why it is refused.</param>
/// <param name="Reject">Whether the person can reject it.</param>
public sealed record PolicyDecision(PolicyVersion Version, Offer Accept, Offer Reject);
