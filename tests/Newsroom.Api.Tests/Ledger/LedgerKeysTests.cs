using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Ledger;
using Newsroom.Local;

namespace Newsroom.Api.Tests.Ledger;

/// <summary>Configures, changes and generates the keys that sign a ledger.</summary>
public class LedgerKeysTests
{
    private const string Name = "newsroom.example/ledger";

    [Fact]
    public void Both_keys_sign_during_a_change_and_the_earlier_one_stays_listed()
    {
        var (old, next) = (NoteSigner.Generate(Name), NoteSigner.Generate(Name));
        var changing = LedgerKeys.Parse($"# the new one first\n{next.Secret()}\n\n{old.Secret()}\n", "keys");
        var note = SignedNote.Parse(changing.Sign(3, MerkleTree.Empty));
        note.SignedBy([old.Key]).ShouldBe([old.Key]);
        note.SignedBy([next.Key]).ShouldBe([next.Key]);

        var changed = LedgerKeys.Parse($"{next.Secret()}\n{old.Key}\n", "keys");
        SignedNote.Parse(changed.Sign(4, MerkleTree.Empty)).SignedBy([old.Key, next.Key]).ShouldBe([next.Key]);
        changed.All.ShouldBe([next.Key, old.Key]);
    }

    [Fact]
    public void Invalid_keys_and_keys_of_several_ledgers_prevent_the_start()
    {
        var one = NoteSigner.Generate(Name);
        Refused("").ShouldContain("no private key");
        Refused($"{one.Key}").ShouldContain("no private key");
        Refused($"{one.Secret()}\n{NoteSigner.Generate("other.example/ledger").Secret()}").ShouldContain("several names");
        var damaged = one.Secret();
        Refused($"{damaged[..^6]}{(damaged[^6] == 'A' ? 'B' : 'A')}{damaged[^5..]}")
            .ShouldSatisfyAllConditions(said => said.ShouldContain("damaged"), said => said.ShouldNotContain(damaged[^20..^8]));
        static string Refused(string text) => Should.Throw<SettingsException>(() => LedgerKeys.Parse(text, "keys")).Message;
    }

    [Fact]
    public void Production_has_a_configured_key_and_development_generates_a_lasting_one()
    {
        var data = new DataDirectory(Directory.CreateTempSubdirectory("newsroom-tests-").FullName);
        Should.Throw<SettingsException>(() => Find("Production", data)).Message.ShouldContain("newsroom ledger-key");
        Should.Throw<SettingsException>(() => Find("Staging", data)).Message.ShouldContain("newsroom ledger-key");
        Should
            .Throw<SettingsException>(() => Find("Production", data, ("Ledger:KeyFile", "/nowhere/ledger.key")))
            .Message.ShouldContain("no such file");
        var made = Find("Development", data);
        made.Origin.ShouldStartWith("newsroom-development/");
        Find("Development", data).All.ShouldBe(made.All);
        var given = NoteSigner.Generate(Name);
        Find("Production", data, ("Ledger:Key", given.Secret())).All.ShouldBe([given.Key]);
        Directory.Delete(data.Path, recursive: true);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("00:00:00")]
    [InlineData("-00:01:00")]
    public void An_invalid_checkpoint_interval_prevents_the_start(string interval) =>
        Should
            .Throw<SettingsException>(() => CheckpointTimer.IntervalOf(Configuration(("Ledger:CheckpointEvery", interval))))
            .Message.ShouldContain("Ledger:CheckpointEvery");

    [Fact]
    public async Task A_key_is_generated_at_the_command_line_and_never_overwritten()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("newsroom-tests-").FullName, "ledger.key");
        var made = await Terminal.TypeAsync(machine => machine, "ledger-key", Name, "--to", file);
        made.Code.ShouldBe(0, made.Said);
        LedgerKeys
            .Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), file)
            .All.ShouldHaveSingleItem()
            .ShouldBe(NoteKey.Parse(made.Out));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        (await Terminal.TypeAsync(machine => machine, "ledger-key", Name, "--to", file)).Code.ShouldBe(1);
        (await Terminal.TypeAsync(machine => machine, "ledger-key", "two words", "--to", file + "2")).ShouldSatisfyAllConditions(
            t => t.Code.ShouldBe(1),
            t => t.Said.ShouldContain("not a valid key name")
        );
    }

    private static LedgerKeys Find(string environment, DataDirectory data, params (string Key, string Value)[] settings) =>
        LedgerKeys.Find(Configuration(settings), new Named(environment), data);

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();

    private sealed class Named(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
