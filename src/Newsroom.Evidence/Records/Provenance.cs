using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Newsroom.Ledger;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Evidence.Records;

/// <summary>
/// Renders a story's history as W3C PROV (PROV-JSON). Texts, editions, checks and evidence are entities, commands are activities, people
/// are agents.
/// </summary>
public sealed class Provenance
{
    private const string Newsroom = "newsroom@newsroom";

    private readonly Dictionary<string, JsonObject> sections = [];
    private readonly Dictionary<string, string> agents = [];
    private readonly Dictionary<(string Passage, string Checker, Fingerprint Fingerprint), string> checks = [];
    private StoryText? text;
    private string? words;
    private string? edition;
    private string? activity;

    private Provenance(Guid story)
    {
        Section("prefix")["newsroom"] = "urn:newsroom:";
        Section("prefix")["story"] = $"urn:newsroom:story:{story}:";
        Section("entity")["story:story"] = new JsonObject { ["prov:type"] = "newsroom:Story" };
    }

    /// <summary>Renders a complete history, in order from its first event.</summary>
    public static JsonObject Of(Guid story, IReadOnlyList<RecordedEvent> history)
    {
        var provenance = new Provenance(story);
        for (var from = 0; from < history.Count;)
        {
            // The events of one command have one actor and one time.
            var command = history
                .Skip(from)
                .TakeWhile(e =>
                    (e.Metadata.By, e.Metadata.At, e.Cause) == (history[from].Metadata.By, history[from].Metadata.At, history[from].Cause)
                )
                .ToList();
            provenance.Add(story, command);
            from += command.Count;
        }

        return new JsonObject(provenance.sections.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, s.Value)));
    }

    private void Add(Guid story, List<RecordedEvent> command)
    {
        var (first, time) = (command[0], Time(command[0].Metadata.At));
        var activity = $"story:command-{Number(first.Metadata.Version)}";
        Section("activity")[activity] = new JsonObject
        {
            ["prov:startTime"] = time,
            ["prov:endTime"] = time,
            ["prov:type"] = $"newsroom:{first.Cause ?? "command"}",
        };
        var agent = Agent(first.Metadata.By);
        Relate("wasAssociatedWith", [("prov:activity", activity), ("prov:agent", agent), ("prov:role", first.Metadata.As?.ToKebabCase())]);
        if (first.Metadata.Origin is { } origin)
        {
            Relate("actedOnBehalfOf", [("prov:delegate", agent), ("prov:responsible", Agent(origin.By)), ("prov:activity", activity)]);
        }

        if (this.activity is { } before)
        {
            Relate("wasInformedBy", [("prov:informed", activity), ("prov:informant", before)]);
        }

        this.activity = activity;
        foreach (var recorded in command)
        {
            Add(story, recorded, activity, time);
        }
    }

    private void Add(Guid story, RecordedEvent recorded, string activity, string time)
    {
        var before = text?.WordedIn;
        text = StoryText.Evolve(text, story, recorded.Happened, recorded.Metadata);
        if (text is { } changed && changed.WordedIn != before)
        {
            AddVersion(changed.Article, recorded.Metadata, activity, time);
        }

        switch (recorded.Happened)
        {
            case EditionEvent e:
                AddEdition(e, activity, time);
                break;
            case TakedownEvent when edition is { } last:
                Relate("wasInvalidatedBy", [("prov:entity", last), ("prov:activity", activity), ("prov:time", time)]);
                break;
            case FactChecked e:
                AddCheck(e, recorded.Metadata, activity, time);
                break;
            case CheckLapsed e
                when checks.Where(c => c.Key.Passage == e.Passage && c.Key.Checker == e.Checker).Select(c => c.Value).LastOrDefault()
                    is { } lapsed:
                Relate("wasInvalidatedBy", [("prov:entity", lapsed), ("prov:activity", activity), ("prov:time", time)]);
                break;
        }
    }

    private void AddVersion(Article article, EventMetadata metadata, string activity, string time)
    {
        var version = Entity(
            $"story:version-{Number(metadata.Version)}",
            "newsroom:Version",
            activity,
            time,
            ("newsroom:version", metadata.Version),
            ("newsroom:sha256", Sha256(article))
        );
        Derived(version, words, activity);
        Relate("specializationOf", [("prov:specificEntity", version), ("prov:generalEntity", "story:story")]);
        foreach (var author in metadata.Authors)
        {
            Relate("wasAttributedTo", [("prov:entity", version), ("prov:agent", Agent(author))]);
        }

        words = version;
    }

    private void AddEdition(EditionEvent e, string activity, string time)
    {
        var later = Entity(
            $"story:edition-{Number(e.Edition)}",
            "newsroom:Edition",
            activity,
            time,
            ("newsroom:kind", e.Kind.ToKebabCase()),
            ("newsroom:sha256", Sha256(e.Article))
        );
        Derived(later, edition, activity);
        Relate("wasDerivedFrom", [("prov:generatedEntity", later), ("prov:usedEntity", words), ("prov:activity", activity)]);
        Relate("specializationOf", [("prov:specificEntity", later), ("prov:generalEntity", "story:story")]);
        edition = later;
    }

    private void AddCheck(FactChecked e, EventMetadata metadata, string activity, string time)
    {
        var check = Entity(
            $"story:check-{Number(metadata.Version)}",
            "newsroom:Check",
            activity,
            time,
            ("newsroom:passage", e.Passage),
            ("newsroom:verdict", e.Verdict.ToKebabCase()),
            ("newsroom:fingerprint", e.Fingerprint.Hex)
        );
        Relate("used", [("prov:activity", activity), ("prov:entity", words), ("prov:time", time)]);
        foreach (var (piece, evidence) in (e.Evidence.IsDefault ? [] : e.Evidence).Index())
        {
            var used = $"story:evidence-{Number(metadata.Version)}-{Number(piece)}";
            Section("entity")[used] = Attributes(
                "newsroom:Evidence",
                [
                    ("newsroom:kind", evidence.Kind.ToKebabCase()),
                    ("newsroom:citation", evidence.Citation),
                    ("newsroom:url", evidence.Url),
                    ("newsroom:locator", evidence.Locator),
                    ("newsroom:sha256", evidence.Sha256),
                ]
            );
            Relate("used", [("prov:activity", activity), ("prov:entity", used), ("prov:time", time)]);
            Relate("wasDerivedFrom", [("prov:generatedEntity", check), ("prov:usedEntity", used)]);
        }

        checks[(e.Passage, metadata.By, e.Fingerprint)] = check;
    }

    private string Entity(string id, string type, string activity, string time, params (string Name, object? Value)[] attributes)
    {
        Section("entity")[id] = Attributes(type, attributes);
        Relate("wasGeneratedBy", [("prov:entity", id), ("prov:activity", activity), ("prov:time", time)]);
        return id;
    }

    private void Derived(string later, string? earlier, string activity)
    {
        if (earlier is not null)
        {
            Relate(
                "wasDerivedFrom",
                [("prov:generatedEntity", later), ("prov:usedEntity", earlier), ("prov:activity", activity), ("prov:type", "prov:Revision")]
            );
        }
    }

    private string Agent(string person)
    {
        if (!agents.TryGetValue(person, out var agent))
        {
            agent = agents[person] = $"story:agent-{Number(agents.Count + 1)}";
            Section("agent")[agent] = Attributes(
                person == Newsroom ? "prov:SoftwareAgent" : "prov:Person",
                [("newsroom:identity", person)]
            );
        }

        return agent;
    }

    private void Relate(string relation, (string Name, string? Value)[] members)
    {
        var all = Section(relation);
        all[$"_:{relation}-{Number(all.Count + 1)}"] = new JsonObject(
            members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create<string, JsonNode?>(m.Name, m.Value))
        );
    }

    private JsonObject Section(string name) => sections.TryGetValue(name, out var section) ? section : sections[name] = [];

    private static JsonObject Attributes(string type, IEnumerable<(string Name, object? Value)> attributes) =>
        new([
            KeyValuePair.Create<string, JsonNode?>("prov:type", type),
            .. attributes
                .Where(a => a.Value is not null)
                .Select(a =>
                    KeyValuePair.Create<string, JsonNode?>(
                        a.Name,
                        a.Value is long number ? JsonValue.Create(number) : JsonValue.Create($"{a.Value}")
                    )
                ),
        ]);

    /// <summary>Hashes the canonical JSON of headline, standfirst, body, byline and dateline.</summary>
    private static string Sha256(Article article) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                CanonicalJson.Of(
                    new JsonObject
                    {
                        ["headline"] = article.Headline,
                        ["standfirst"] = article.Standfirst,
                        ["body"] = article.Body,
                        ["byline"] = article.Byline,
                        ["dateline"] = article.Dateline,
                    }
                )
            )
        );

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
