using Newsroom.Api.Tests.Composition.OpenApi;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Api.Tests.Erasures;
using Newsroom.Api.Tests.Imports;
using Newsroom.Api.Tests.Infrastructure.Projections;
using Newsroom.Api.Tests.Ledger;
using Newsroom.Api.Tests.Operations;
using Newsroom.Api.Tests.Publication;
using Newsroom.Api.Tests.Stories.Commands;
using Newsroom.Api.Tests.Stories.Snapshots;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Newsroom.Api.Tests.LongestFirst))]

namespace Newsroom.Api.Tests;

/// <summary>Starts the longest classes first, so that none of them runs alone at the end. A class is a collection.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly List<string> Longest =
    [
        nameof(RealHistoriesTests),
        nameof(HostileEventTests),
        nameof(LargeRevisionTests),
        nameof(ConcurrentEditTests),
        nameof(SettlementTests),
        nameof(KilledPublisherTests),
        nameof(KilledNodeTests),
        nameof(PastCostlyRequestTests),
        nameof(CostlyRequestTests),
        nameof(GeneratedClientTests),
        nameof(TourTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : Xunit.Sdk.ITestCollection =>
        [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName))];

    private static int Place(string collection)
    {
        var place = Longest.FindIndex(name => collection.Contains($".{name}", StringComparison.Ordinal));
        return place < 0 ? Longest.Count : place;
    }
}
