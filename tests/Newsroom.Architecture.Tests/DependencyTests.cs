using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;

namespace Newsroom.Architecture.Tests;

/// <summary>What projects and modules may use.</summary>
public sealed class DependencyTests
{
    private const string Api = "Newsroom.Api.";

    private static readonly string[] Infrastructure = ["Marten", "Npgsql", "Microsoft.AspNetCore", "Wolverine", "JasperFx", "Weasel"];

    private static readonly string[] Appending = ["Append", "AppendMany", "AppendOptimistic", "AppendExclusive", "StartStream"];

    /// <summary>The types that append events.</summary>
    private static readonly string[] Appenders =
    [
        "CommandHandler",
        "GoneSubscribers",
        "HistoryImporter",
        "ReadLog",
        "RefusalLog",
        "ScheduledPublisher",
        "StoryCommandHandler",
    ];

    /// <summary>Queries and read models of other modules, the log of refusals, and the ledger where the store is verified.</summary>
    private static readonly string[] StatedUses =
    [
        "Access -> Policies: PolicyLookup",
        "Audit, EvidenceFiles, LiveFeed, Numbers, Stories, Worklists -> Access: ReadableStories",
        "Ledger, LiveFeed, Stories, Worklists -> Access: StoryGuard",
        "Audit -> People: PersonNameLookup",
        "Commands, Imports, Operations, Stories -> Refusals: RefusalLog",
        "Distribution -> Commands: CommandAttempt`2, CommandHandler, CommandRequest, CommandTarget`1, CommandTransaction, ResponseBody",
        "Desks, Erasures, EvidenceFiles, People, Policies, Speakers -> Commands: CommandAttempt`2, CommandHandler, CommandRequest",
        "Desks, Erasures, EvidenceFiles, People, Policies, Speakers -> Commands: CommandTarget`1, CommandTransaction, ResponseBody",
        "Distribution -> Audit: AuditSentences, AuditSummaries",
        "Distribution -> People: PersonNameLookup",
        "Distribution -> Publication: EditionLine, EditionRenderer, PublicSite, PublishedClaim, PublishedStory, Takedown",
        "Distribution -> Stories: RecordDeliveries",
        "Erasures -> EvidenceFiles: IEvidenceStore",
        "Ledger -> EvidenceFiles: IEvidenceStore",
        "Ledger -> Publication: EditionLine, PublishedStory",
        "Erasures -> Operations: ProjectionVerifier",
        "Operations -> Ledger: AppendOnlyGuard, CheckpointParser, DatabaseIdentity, HostIdentity, IdentityTables",
        "Operations -> Ledger: LedgerBuilder, LedgerEventReader, LedgerKeys, StoredEvents",
        "Refusals -> People: PersonNameLookup",
        "Stories -> People: PersonBatchExtensions, PersonNameLookup",
        "Stories -> Policies: PolicyLookup",
        "Stories -> Publication: PublishedStory, Takedown",
        "LiveFeed, Worklists -> Audit: SyncStart",
        "Worklists -> Erasures: PendingErasures",
        "Worklists -> EvidenceFiles: EvidenceUse",
        "Worklists -> Policies: PolicyLookup",
        "Worklists -> People: PersonNameLookup",
        "Worklists -> Stories: CheckEvents, CheckEventsQuery, CheckView, PassageEvent, PassageEventPage, PassageEventsQuery",
        "Worklists -> Stories: PassageView, ReadCheck, ReadPassageEvent, StoryFold, StoryReader",
    ];

    [Fact]
    public void The_ledger_references_no_other_project() =>
        References(typeof(Ledger.MerkleTree)).ShouldNotContain(name => IsOfNewsroom(name));

    [Fact]
    public void Formats_reference_the_domain_only_and_no_infrastructure()
    {
        var references = References(typeof(Formats.PublishedEdition)).ToList();
        references.Where(IsOfNewsroom).ShouldBe(["Newsroom.Domain"]);
        references.ShouldNotContain(name => Infrastructure.Any(i => name.StartsWith(i, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_data_directory_references_no_other_project() =>
        References(typeof(Local.DataDirectory)).ShouldNotContain(name => IsOfNewsroom(name));

    [Fact]
    public void The_embedded_server_references_the_data_directory_only() =>
        References(typeof(EmbeddedPostgres.EmbeddedPostgresServer)).Where(IsOfNewsroom).ShouldBe(["Newsroom.Local"]);

    [Fact]
    public void The_domain_references_no_other_project_and_no_infrastructure() =>
        References(typeof(Domain.Kernel.Refusal))
            .ShouldNotContain(name => IsOfNewsroom(name) || Infrastructure.Any(i => name.StartsWith(i, StringComparison.Ordinal)));

    [Fact]
    public void Infrastructure_uses_no_module() =>
        Uses().Where(use => use.Source == "Infrastructure" && use.Target != "Infrastructure").Select(use => use.ToString()).ShouldBeEmpty();

    [Fact]
    public void Only_command_handlers_append_events() =>
        FolderTests
            .Loaded.Types.Where(type => type.FullName.StartsWith(Api, StringComparison.Ordinal))
            .Where(type =>
                type.Dependencies.OfType<MethodCallDependency>()
                    .Any(call => IsOfMarten(call.Target) && Appending.Contains(call.TargetMember.Name.Split('(')[0].Split('<')[0]))
            )
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Appenders);

    [Fact]
    public void Modules_use_only_the_stated_types_of_each_other() =>
        Uses()
            .Where(use => use.Source != use.Target && use.Target != "Infrastructure" && use.Source != "Composition")
            .Select(use => $"{use.Source} -> {use.Target}: {use.Used}")
            .Distinct()
            .Except(Stated())
            .ShouldBeEmpty();

    [Fact]
    public void Modules_use_every_stated_type() =>
        Stated().Except(Uses().Select(use => $"{use.Source} -> {use.Target}: {use.Used}")).ShouldBeEmpty();

    private static IEnumerable<string> Stated() =>
        from use in StatedUses
        let arrow = use.Split(" -> ")
        let target = arrow[1].Split(": ")
        from source in arrow[0].Split(", ")
        from used in target[1].Split(", ")
        select $"{source} -> {target[0]}: {used}";

    private static IEnumerable<Use> Uses() =>
        from type in FolderTests.Loaded.Types
        let source = Module(type)
        where source is not null
        from target in type.Dependencies.Select(d => d.Target).OfType<IType>()
        let module = Module(target)
        where module is not null
        select new Use(source, type.Name, module, target.Name);

    private static string? Module(IType type) =>
        type.FullName.StartsWith(Api, StringComparison.Ordinal) && type.Namespace?.FullName.Length > Api.Length
            ? type.FullName[Api.Length..].Split('.')[0]
            : null;

    private static bool IsOfMarten(IType type) =>
        type.FullName.StartsWith("Marten.", StringComparison.Ordinal)
        || type.FullName.StartsWith("JasperFx.Events.", StringComparison.Ordinal);

    private static IEnumerable<string> References(Type type) => type.Assembly.GetReferencedAssemblies().Select(a => a.Name!);

    private static bool IsOfNewsroom(string name) => name.StartsWith("Newsroom.", StringComparison.Ordinal) || name == "newsroom";

    private sealed record Use(string Source, string Type, string Target, string Used)
    {
        public override string ToString() => $"{Source}.{Type} uses {Target}.{Used}";
    }
}
