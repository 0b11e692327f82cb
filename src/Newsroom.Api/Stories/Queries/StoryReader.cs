using Marten;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.People.Queries;
using Newsroom.Api.Policies;
using Newsroom.Domain.People;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Queries;

/// <summary>
/// Loads the current state of stories. State and texts are two documents; where a commit came between them, both are read again. A request
/// for a story then asks <see cref="StoryGuard"/>.
/// </summary>
public sealed class StoryReader(TimeProvider clock, StoryGuard? guard = null)
{
    private const int MaxAttempts = 20;

    /// <summary>Loads a story; null where it does not exist.</summary>
    /// <exception cref="InvalidOperationException">State and texts never have one version: the documents are damaged.</exception>
    public async Task<StorySnapshot?> LoadAsync(IQuerySession session, Guid id, CancellationToken cancellationToken) =>
        (await LoadAsync(session, id, _ => Task.FromResult(true), cancellationToken))?.At;

    /// <summary>Loads a story with the events of its checks; null where it does not exist.</summary>
    /// <exception cref="InvalidOperationException">State and texts never have one version: the documents are damaged.</exception>
    internal async Task<(StorySnapshot At, CheckEvents Checks)?> WithChecksAsync(
        IQuerySession session,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var loaded = await LoadAsync(session, id, batch => batch.AddItem(CheckEventsQuery.OfPassages([(id, null)])), cancellationToken);
        return loaded is var (at, checks) && !checks.Cover(at.Story)
            ? (at, await CheckEventsQuery.ReadAsync(session, at.Story, cancellationToken))
            : loaded;
    }

    /// <summary>Loads a story with its policy; null where it does not exist.</summary>
    /// <exception cref="InvalidOperationException">State and texts never have one version: the documents are damaged.</exception>
    public async Task<(StorySnapshot At, Policy Policy)?> WithPolicyAsync(
        IQuerySession session,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await LoadAsync(session, id, batch => batch.PoliciesAsync(), cancellationToken) is var (at, policies)
            ? (at, policies.Of(at.Story))
            : null;

    /// <summary>Loads a story with its policy and all names; null where it does not exist.</summary>
    /// <exception cref="InvalidOperationException">State and texts never have one version: the documents are damaged.</exception>
    public async Task<(StorySnapshot At, Policy Policy, PersonNames Names)?> WithPolicyAndNamesAsync(
        IQuerySession session,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        if (await LoadAsync(session, id, PoliciesAndNamesAsync, cancellationToken) is not var (at, (policies, names)))
        {
            return null;
        }

        return (at, policies.Of(at.Story), names);
    }

    /// <summary>Loads all policies and all names in a batch.</summary>
    internal static async Task<(IReadOnlyList<DeskPolicies> Policies, PersonNames Names)> PoliciesAndNamesAsync(IBatchedQuery batch)
    {
        var (policies, names) = (batch.PoliciesAsync(), batch.PeopleAsync());
        return (await policies, await names);
    }

    /// <summary>Loads a story with other data, in one round trip; null where it does not exist.</summary>
    /// <param name="session">The session.</param>
    /// <param name="id">The story.</param>
    /// <param name="loadContext">Adds the queries of the other data to the batch.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidOperationException">State and texts never have one version: the documents are damaged.</exception>
    internal async Task<(StorySnapshot At, T Context)?> LoadAsync<T>(
        IQuerySession session,
        Guid id,
        Func<IBatchedQuery, Task<T>> loadContext,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var batch = session.CreateBatchQuery();
            var loadingStory = batch.Load<Story>(id);
            var loadingText = batch.Load<StoryText>(id);
            var loadingContext = loadContext(batch);
            guard?.Watch(batch, id);
            await batch.Execute(cancellationToken);
            if (await loadingStory is not { } story || await loadingText is not { } text)
            {
                return null;
            }

            var at = new StorySnapshot(story, text);
            if (at.IsOfOneVersion)
            {
                return (at, await loadingContext);
            }

            await Backoff.OfTransactions.DelayAsync(attempt, clock, cancellationToken);
        }

        throw new InvalidOperationException(
            $"Story {id} has words of a later version than its state. Check the views with `newsroom verify-views`."
        );
    }
}
