using ArchUnitNET.Loader;
using Newsroom.Domain.Kernel;

namespace Newsroom.Architecture.Tests;

/// <summary>No two folders of a project use each other, directly or by way of others.</summary>
public sealed class FolderTests
{
    internal static readonly ArchUnitNET.Domain.Architecture Loaded = new ArchLoader()
        .LoadAssemblies(
            typeof(Ledger.MerkleTree).Assembly,
            typeof(Domain.Kernel.Refusal).Assembly,
            typeof(Evidence.Bundles.Bundle).Assembly,
            typeof(Formats.PublishedEdition).Assembly,
            typeof(EmbeddedPostgres.EmbeddedPostgresServer).Assembly,
            typeof(Local.DataDirectory).Assembly,
            typeof(Program).Assembly,
            typeof(Cli.CommandLine).Assembly,
            typeof(Client.NewsroomClient).Assembly,
            typeof(Newsroom.Console.ConsoleSetup).Assembly
        )
        .Build();

    public static TheoryData<string> Projects =>
        [
            "Newsroom.Ledger",
            "Newsroom.Domain",
            "Newsroom.Evidence",
            "Newsroom.Formats",
            "Newsroom.EmbeddedPostgres",
            "Newsroom.Local",
            "Newsroom.Api",
            "Newsroom.Cli",
            "Newsroom.Client",
            "Newsroom.Console",
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_form_no_cycle(string project) => string.Join("\n", FolderGraph.Of(Loaded, project).Cycles()).ShouldBeEmpty();
}
