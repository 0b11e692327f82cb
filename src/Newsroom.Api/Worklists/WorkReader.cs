using Marten;
using Marten.Linq.MatchesSql;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Access;
using Newsroom.Api.Erasures;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Policies;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Work;

namespace Newsroom.Api.Worklists;

/// <summary>
/// Reads the work of a person: a page of the items of each of their keys, in the order of an index, then the cards of their stories, and
/// for approvals the texts. The cost depends on the page, not on the number of stories.
/// </summary>
public sealed class WorkReader(IQuerySession session, PendingErasures erasures, TimeProvider clock)
{
    private const int MaxPolicies = 50;
    private const string IsOfKind = "d.data ->> 'kind' = ?";
    private const string IsAfter = "(d.rank, d.since, d.id) > (?, ?, ?)";
    private const string Waits =
        "coalesce((d.data ->> 'from')::timestamptz <= ?, true) and coalesce(position(? in d.data ->> 'notBy') = 0, true)";

    /// <summary>Reads a page.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="filter">Selects items.</param>
    /// <param name="seen">The position after which the page begins; null for the first page.</param>
    /// <param name="lines">The maximum number of items of stories.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<(IReadOnlyList<WorkItem> Items, RankedKeyset? Next)> ReadAsync(
        Actor actor,
        WorkFilter filter,
        RankedKeyset? seen,
        int lines,
        CancellationToken cancellationToken
    )
    {
        if (WorkKinds.Of(actor).IsEmpty)
        {
            return ([], null);
        }

        var batch = session.CreateBatchQuery();
        var loading = KeysOf(actor)
            .Where(key => filter.Admits(key.Role))
            .Select(key => PageAsync(batch, key.Role, key.Key, actor, filter, seen, lines + 1))
            .ToList();
        var loadingPolicies = batch.PoliciesAsync();
        await batch.Execute(cancellationToken);
        var found = (await Task.WhenAll(loading))
            .SelectMany(items => items)
            .OrderBy(item => item.Rank)
            .ThenBy(item => item.Since)
            .ThenBy(item => item.Id)
            .ToList();
        var page = found.Take(lines).ToList();
        var decisions = seen is null ? await DecisionsAsync(await loadingPolicies, actor, filter, cancellationToken) : [];
        var next = found.Count > lines ? PositionOf(page[^1]) : null;
        return ([.. decisions, .. await WithStoriesAsync(page, actor, cancellationToken)], next);
    }

    private static RankedKeyset PositionOf(WaitingItem item) => new(item.Rank, item.Since, item.Id) { List = CursorList.Work };

    private static IEnumerable<(Role Role, string Key)> KeysOf(Actor actor) =>
        actor.Roles.SelectMany(role => new[] { (role, WaitingItem.KeyOf(role)), (role, WaitingItem.KeyOf(role, actor.Person)) });

    private Task<IReadOnlyList<WaitingItem>> PageAsync(
        IBatchedQuery batch,
        Role role,
        string key,
        Actor actor,
        WorkFilter filter,
        RankedKeyset? seen,
        int lines
    )
    {
        var items = batch.Query<WaitingItem>().Where(item => item.Key == key);
        if (filter.Story is { } story)
        {
            items = items.Where(item => item.Story == story);
        }

        if (IndexedKey.Of(filter.Desk) is { } desk)
        {
            items = items.Where(item => item.Desk == desk);
        }

        if (filter.Kind is { } kind)
        {
            items = items.Where(item => item.MatchesSql(IsOfKind, kind));
        }

        items = items.Where(item => item.MatchesSql(Waits, clock.GetUtcNow(), $"\n{actor.Person}\n"));
        items = items.ReadableBy(actor with { Roles = [role] }, ReadableStories.StoryOfDocument);
        items = seen is null ? items : items.Where(item => item.MatchesSql(IsAfter, seen.Rank, seen.At, seen.Id));
        return items.OrderBy(item => item.Rank).ThenBy(item => item.Since).ThenBy(item => item.Id).Take(lines).ToList();
    }

    private async Task<IReadOnlyList<WorkItem>> DecisionsAsync(
        IReadOnlyList<DeskPolicies> policies,
        Actor actor,
        WorkFilter filter,
        CancellationToken cancellationToken
    )
    {
        var proposed =
            from desk in policies
            where filter.Admits(WorkKind.Policy, ConfigurationCatalog.AcceptPolicy, desk.Desk)
            from version in PolicyWork.Of(desk, actor)
            orderby version.ProposedAt
            select Proposed(desk.Desk, version);
        var requested = filter.Admits(WorkKind.Erasure, ConfigurationCatalog.ApproveErasure, desk: null)
            ? await erasures.ForAsync(session, actor, cancellationToken)
            : [];
        return [.. proposed.Take(MaxPolicies), .. requested.Select(pending => Requested(pending.Erasure, pending.Command))];
    }

    private static WorkItem Proposed(string desk, PolicyVersion version) =>
        new(
            WorkKind.Policy,
            $"{desk} {version.Version}",
            "policy-proposed",
            ConfigurationCatalog.AcceptPolicy.Name,
            $"/desks/{Uri.EscapeDataString(desk)}/{ConfigurationCatalog.AcceptPolicy.Name}",
            new() { ["version"] = version.Version },
            version.ProposedAt
        )
        {
            Words = version.Reason,
        };

    private static WorkItem Requested(Erasure erasure, string command) =>
        new(
            WorkKind.Erasure,
            erasure.Id.ToString(),
            "erasure-requested",
            command,
            $"/erasures/{erasure.Id}/{command}",
            [],
            erasure.RequestedAt
        )
        {
            Words = erasure.Reason,
        };

    private async Task<IEnumerable<WorkItem>> WithStoriesAsync(List<WaitingItem> page, Actor actor, CancellationToken cancellationToken)
    {
        if (page.Count == 0)
        {
            return [];
        }

        var approved = page.Where(IsApproval).Select(item => item.Story).Distinct().ToArray();
        var batch = session.CreateBatchQuery();
        var loadingCards = batch.LoadMany<StoryCard>().ById(page.Select(item => item.Story).Distinct().ToArray());
        var loadingStories = batch.LoadMany<Story>().ById(page.Select(item => item.Story).Distinct().ToArray());
        var loadingTexts = batch.LoadMany<StoryText>().ById(approved);
        await batch.Execute(cancellationToken);
        var cards = (await loadingCards).ToDictionary(card => card.Id);
        var stories = (await loadingStories).ToDictionary(story => story.Id);
        var texts = (await loadingTexts).ToDictionary(text => text.Id);
        var now = clock.GetUtcNow();
        return page.Where(item => cards.ContainsKey(item.Story))
            .Select(item => Item(item, cards[item.Story], stories[item.Story], now) with { Covers = CoverageOf(item) });

        ApprovalCoverage? CoverageOf(WaitingItem item) =>
            IsApproval(item) && new StorySnapshot(stories[item.Story], texts[item.Story]) is { IsOfOneVersion: true } at
                ? ApprovalCoverage.Of(at.Story, at.Text, actor.Person, isLegal: item.Kind == WorkKind.Clear)
                : null;
    }

    private static bool IsApproval(WaitingItem item) => item.Kind is WorkKind.Approve or WorkKind.Clear;

    private static WorkItem Item(WaitingItem item, StoryCard card, Story story, DateTimeOffset now)
    {
        var body = item.Members();
        body["as"] = item.As.ToKebabCase();
        return new WorkItem(item.Kind, item.Subject, item.Reason, item.Command, $"/stories/{item.Story}/{item.Command}", body, item.Since)
        {
            Story = new WorkStory(
                card.Id,
                card.Slug,
                card.Headline,
                card.Desk,
                story.Version,
                card.Stage,
                story.Priority ?? Priority.Normal,
                story.Due
            ),
            Words = item.Words,
            Count = item.Count,
            Checking = story.PassageOf(item.Subject)?.Checking is { } claim && claim.IsInForce(now) ? claim : null,
        };
    }
}
