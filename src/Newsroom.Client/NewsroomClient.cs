using Newsroom.Client.Audit;
using Newsroom.Client.Configuration;
using Newsroom.Client.Desks;
using Newsroom.Client.Erasures;
using Newsroom.Client.EvidenceFiles;
using Newsroom.Client.Http;
using Newsroom.Client.Imports;
using Newsroom.Client.Ledger;
using Newsroom.Client.LiveFeed;
using Newsroom.Client.Numbers;
using Newsroom.Client.People;
using Newsroom.Client.Projections;
using Newsroom.Client.Published;
using Newsroom.Client.Speakers;
using Newsroom.Client.Stories;
using Newsroom.Client.Subscribers;
using Newsroom.Client.Worklists;

namespace Newsroom.Client;

/// <summary>Calls the Newsroom API. Instances are thread-safe.</summary>
/// <remarks>
/// Every method throws <see cref="ApiException"/> when the server refuses the request, <see cref="ApiUnreachableException"/> when no
/// server answers, and <see cref="UnexpectedResponseException"/> when the response is not one of this API.
/// </remarks>
public sealed class NewsroomClient : IDisposable
{
    private readonly HttpClient connected;

    private readonly NewsroomClientOptions settings;

    private readonly HttpClient? owned;

    private readonly ApiConnection connection;

    /// <summary>Connects through an <see cref="HttpClient"/> that has a base address and that the caller disposes.</summary>
    public NewsroomClient(HttpClient http, NewsroomClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        (connected, settings) = (http, options ?? new NewsroomClientOptions());
        connection = new ApiConnection(connected, settings);
        Stories = new StoriesClient(connection);
        Worklists = new WorklistsClient(connection);
        LiveFeed = new LiveFeedClient(connection, settings.TimeProvider);
        Numbers = new NumbersClient(connection);
        Published = new PublishedClient(connection);
        Audit = new AuditClient(connection);
        Speakers = new SpeakersClient(connection);
        Desks = new DesksClient(connection);
        Subscribers = new SubscribersClient(connection);
        Configuration = new ConfigurationClient(connection);
        People = new PeopleClient(connection);
        Erasures = new ErasuresClient(connection);
        EvidenceFiles = new EvidenceFilesClient(connection);
        Ledger = new LedgerClient(connection);
        Projections = new ProjectionsClient(connection);
        Imports = new ImportsClient(connection);
    }

    /// <summary>Connects to a server with a fixed bearer token; without a token only public reads are allowed.</summary>
    /// <param name="baseAddress">The server's address, such as <c>https://newsroom.example/</c>.</param>
    /// <param name="token">The bearer token (JWT), or null.</param>
    public NewsroomClient(Uri baseAddress, string? token)
        : this(baseAddress, NewsroomClientOptions.WithToken(token)) { }

    /// <summary>Connects to a server.</summary>
    /// <param name="baseAddress">The server's address, such as <c>https://newsroom.example/</c>.</param>
    /// <param name="options">The options, such as where tokens come from.</param>
    public NewsroomClient(Uri baseAddress, NewsroomClientOptions options)
        : this(new HttpClient { BaseAddress = baseAddress }, options, owns: true) { }

    private NewsroomClient(HttpClient http, NewsroomClientOptions options, bool owns)
        : this(http, options) => owned = owns ? http : null;

    /// <summary>Returns a client of the same connection whose commands are decided only; see the options.</summary>
    /// <remarks>The connection is closed with either client.</remarks>
    public NewsroomClient Previewing() => new(connected, settings with { Preview = true }, owns: owned is not null);

    /// <summary>Reads stories and sends story commands.</summary>
    public StoriesClient Stories { get; }

    /// <summary>Reads story lists, desk boards and the fact-check queue.</summary>
    public WorklistsClient Worklists { get; }

    /// <summary>Follows the events of stories as they are recorded.</summary>
    public LiveFeedClient LiveFeed { get; }

    /// <summary>Reads how the work of desks goes.</summary>
    public NumbersClient Numbers { get; }

    /// <summary>Reads published stories; needs no token.</summary>
    public PublishedClient Published { get; }

    /// <summary>Reads and exports the audit trail.</summary>
    public AuditClient Audit { get; }

    /// <summary>Reads and registers speakers.</summary>
    public SpeakersClient Speakers { get; }

    /// <summary>Reads and defines desks, and changes their policies.</summary>
    public DesksClient Desks { get; }

    /// <summary>Reads and commands subscribers.</summary>
    public SubscribersClient Subscribers { get; }

    /// <summary>Sends commands on desks, people, speakers and policies whose bodies are made of fields of a form.</summary>
    public ConfigurationClient Configuration { get; }

    /// <summary>Reads and describes people.</summary>
    public PeopleClient People { get; }

    /// <summary>Reads, requests and decides erasures.</summary>
    public ErasuresClient Erasures { get; }

    /// <summary>Stores and reads files of evidence.</summary>
    public EvidenceFilesClient EvidenceFiles { get; }

    /// <summary>Reads checkpoints and evidence, and verifies the event store.</summary>
    public LedgerClient Ledger { get; }

    /// <summary>Verifies and rebuilds projections.</summary>
    public ProjectionsClient Projections { get; }

    /// <summary>Imports histories from other systems.</summary>
    public ImportsClient Imports { get; }

    /// <summary>Reads where tokens for this server come from; needs no token.</summary>
    public Task<ApiResponse<ProtectedResource>> GetProtectedResourceAsync(CancellationToken cancellationToken = default) =>
        connection.SendAsync<ProtectedResource>(ApiRequest.Get(".well-known/oauth-protected-resource"), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => owned?.Dispose();
}
