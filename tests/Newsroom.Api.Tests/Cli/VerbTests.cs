using Newsroom.Cli;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Tests.Cli;

public class VerbTests
{
    private static readonly string[] Others =
    [
        "show", "history", "diff", "blame", "import-history", "verify-views", "rebuild-views", "gates", "quoted", "dismissed-phrases",
        "policies", "propose-policy", "accept-policy", "reject-policy", "board", "queue", "stories", "published", "audit", "speakers",
        "register-speaker", "seal-identity", "reveal-identity", "erasures", "request-erasure", "approve-erasure", "reject-erasure",
        "bundle", "checkpoint", "verify", "verify-store", "ledger-key", "token",
    ];

    public static TheoryData<string> Every => [.. Others, .. CommandCatalog.All.Select(c => c.Name)];

    [Fact]
    public void The_verbs_are_the_list_of_commands_and_the_reads() =>
        CommandLine.Verbs(new Machine { Out = TextWriter.Null, Error = TextWriter.Null }).Subcommands.Select(v => v.Name)
            .ShouldBe([.. CommandCatalog.All.Select(c => c.Name), .. Others], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Every_verb_explains_itself_within_80_columns(string verb)
    {
        var help = await Terminal.Type(machine => machine, verb, "--help");

        help.Code.ShouldBe(0);
        help.Error.ShouldBeEmpty();
        help.Out.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= 80);
    }

    [Fact]
    public async Task A_commands_help_says_who_may_give_it()
    {
        var help = await Terminal.Type(machine => machine, "withdraw-quote", "--help");

        help.Said.ShouldContain("Treat a quote as one no more.");
        help.Said.ShouldContain("Given by reporter, editor, fact-checker (who marked it, or an editor; under an adverse verdict only a fact-checker).");
    }

    [Fact]
    public async Task A_slip_is_told_with_what_was_perhaps_meant()
    {
        var slip = await Terminal.Type(machine => machine, "atribute-quote");

        slip.Code.ShouldBe(1);
        slip.Out.ShouldBeEmpty();
        slip.Error.ShouldContain("attribute-quote");
    }
}
