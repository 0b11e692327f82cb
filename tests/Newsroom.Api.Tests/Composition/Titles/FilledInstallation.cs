using Newsroom.Api.Tests.EvidenceFiles;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Composition.Titles;

/// <summary>An installation in which the morning has one of everything, and the evening has a desk.</summary>
public sealed class FilledInstallation : TitledInstallation, IAsyncLifetime
{
    /// <summary>A word that only the morning has.</summary>
    public const string Marker = "Quillbarrow";

    public const string EveningDesk = "late";

    private const string Id = "tern";

    private readonly TestFile file = TestFile.Of($"A photograph of the {Marker}.");
    private string story = "";
    private string @event = "";
    private string erasure = "";

    /// <summary>The slug of the published story.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Returns the path of a route, with the ids of the morning.</summary>
    public string PathOf(string route) =>
        route
            .Replace("{storyId}", story)
            .Replace("{desk}", Id)
            .Replace("{person}", Id)
            .Replace("{speaker}", Id)
            .Replace("{subscriber}", Id)
            .Replace("{passage}", "c1")
            .Replace("{sha256}", file.Digest)
            .Replace("{slug}", Slug)
            .Replace("{format}", "ninjs")
            .Replace("{erasure}", erasure)
            .Replace("{eventId}", @event)
            .Replace("{level}", "0")
            .Replace("{index}", "000.p/1")
            .Replace("{code}", "not-found");

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        (await As(Evening, "root", Role.Admin).PutAsync($"/desks/{EveningDesk}", new { name = "Late", language = "en" })).Is(201);
        var admin = As(Morning, "root", Role.Admin);
        (await admin.PutAsync($"/desks/{Id}", new { name = $"The {Marker} desk", language = "en" })).Is(201);
        var person = new { name = $"{Marker} Penhale", roles = new[] { "reporter" } };
        (await admin.PutAsync($"/people/{Id}", person)).Status.ShouldBeInRange(200, 201);
        var subscriber = new { id = Id, name = Marker, url = $"https://{Id}.example.org/newsroom" };
        (await admin.PostAsync("/subscribers/register-subscriber", subscriber)).Is(201);
        var rita = As(Morning, "rita", Role.Reporter);
        (await rita.PostAsync("/speakers/register-speaker", new { id = Id, name = $"{Marker} Quorn" })).Is(201);
        (await rita.SendAsync(HttpMethod.Put, $"/evidence/{file.Digest}", file.Content, "image/png")).Status.ShouldBeInRange(200, 201);
        var request = new { kind = "person", subject = Id, legalBasis = "GDPR Art. 17(1)(a)", reason = "He asked for it." };
        erasure = $"{(await As(Morning, "lea", Role.Legal).PostAsync("/erasures/request-erasure", request)).Json["erasure"]}";
        await PublishAsync(rita);
        var history = (await As(Morning, "ida", Role.Auditor).GetAsync($"/audit?story={story}")).Is(200).Json.AsArray();
        @event = $"{history[0]!["event"]}";
    }

    private async Task PublishAsync(Person rita)
    {
        var draft = new { desk = Id, headline = $"The {Marker} sails", slug = "a-ship-sails", body = $"The {Marker} is 31 metres long." };
        var drafted = (await rita.PostAsync("/stories/draft-article", draft)).Is(201);
        (story, Slug) = ($"{drafted.Json["story"]}", $"{drafted.Json["slug"]}");
        var claim = new { words = $"The {Marker} is 31 metres long." };
        (await rita.PostAsync($"/stories/{story}/flag-claim", claim, 1)).Is(200);
        var ed = As(Morning, "ed", Role.Editor);
        var read = (await ed.GetAsync($"/stories/{story}")).Is(200);
        var check = new
        {
            passage = "c1",
            fingerprint = $"{read.Json["claims"]![0]!["fingerprint"]}",
            verdict = "verified",
            method = "Measured.",
            evidence = new[]
            {
                new { kind = "document", citation = $"The papers of the {Marker}" },
            },
        };
        (await As(Morning, "femi", Role.FactChecker).PostAsync($"/stories/{story}/fact-check", check)).Is(200);
        var version = (await ed.GetAsync($"/stories/{story}")).Version;
        (await rita.PostAsync($"/stories/{story}/submit-for-review", basedOn: version)).Is(200);
        var approval = new { fingerprint = $"{(await ed.GetAsync($"/stories/{story}")).Json["fingerprint"]}" };
        (await ed.PostAsync($"/stories/{story}/approve", approval)).Is(200);
        var approved = (await As(Morning, "lea", Role.Legal).PostAsync($"/stories/{story}/approve", approval)).Is(200);
        (await As(Morning, "pia", Role.Publisher).PostAsync($"/stories/{story}/publish", basedOn: approved.Version)).Is(200);
    }
}
