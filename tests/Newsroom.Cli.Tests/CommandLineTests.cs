using System.CommandLine;
using System.CommandLine.Parsing;
using Newsroom.Cli.Runtime;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Tests;

public class CommandLineTests
{
    private static readonly string[] OtherCommands =
    [
        "show",
        "history",
        "diff",
        "blame",
        "import-history",
        "verify-views",
        "rebuild-views",
        "gates",
        "quoted",
        "mark",
        "proposals",
        "dismissed-phrases",
        "passage",
        "add-evidence",
        "get-evidence",
        "speaker-quotes",
        "watch",
        "numbers",
        "desks",
        "define-desk",
        "people",
        "describe-person",
        "policies",
        "propose-policy",
        "accept-policy",
        "reject-policy",
        "mine",
        "board",
        "queue",
        "stories",
        "published",
        "corrections",
        "audit",
        "speakers",
        "register-speaker",
        "seal-identity",
        "reveal-identity",
        "subscribers",
        "subscriber-history",
        "register-subscriber",
        "change-subscriber",
        "pause-subscriber",
        "resume-subscriber",
        "rotate-secret",
        "remove-subscriber",
        "acknowledge",
        "deliveries",
        "unacknowledged",
        "redeliver",
        "replay-deliveries",
        "erasures",
        "request-erasure",
        "approve-erasure",
        "reject-erasure",
        "bundle",
        "checkpoint",
        "verify",
        "verify-store",
        "ledger-keys",
        "ledger-key",
        "token",
        "completions",
        "edit",
        "undo",
        "login",
        "logout",
        "check",
        "whoami",
    ];

    public static TheoryData<string> Every => [.. OtherCommands, .. CommandCatalog.All.Select(c => c.Name)];

    [Fact]
    public void Every_story_command_is_a_command_of_the_CLI() =>
        CommandLine
            .CreateRootCommand(new CliEnvironment { Out = TextWriter.Null, Error = TextWriter.Null })
            .Subcommands.Select(c => c.Name)
            .ShouldBe([.. CommandCatalog.All.Select(c => c.Name), .. OtherCommands], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Every_command_has_help_within_80_columns(string command)
    {
        var help = await Terminal.TypeAsync(environment => environment, command, "--help");

        help.Code.ShouldBe(0);
        help.Error.ShouldBeEmpty();
        help.Out.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= 80);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Every_command_has_a_valid_example(string command)
    {
        var help = await Terminal.TypeAsync(environment => environment, command, "--help");

        var example = ExampleIn(help.Out);
        var line = CommandLineParser.SplitCommandLine(example).ToList();
        line[..2].ShouldBe(["newsroom", command]);
        var root = CommandLine.CreateRootCommand(new CliEnvironment { Out = TextWriter.Null, Error = TextWriter.Null });
        var parsed = root.Parse(line[1..], new ParserConfiguration { ResponseFileTokenReplacer = null });
        parsed.Errors.Select(e => e.Message).ShouldBeEmpty(example);
    }

    [Fact]
    public async Task The_help_lists_every_command_once_in_groups()
    {
        var help = await Terminal.TypeAsync(environment => environment, "--help");

        var lines = help.Out.Split('\n').Select(line => line.TrimEnd()).ToList();
        var listed = lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]);
        listed.Intersect(Every.Select(row => row.Data)).ShouldBe(Every.Select(row => row.Data), ignoreOrder: true);
        lines.ShouldContain("Check facts");
        lines.ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public async Task Only_kinds_that_a_command_accepts_are_offered()
    {
        (await Terminal.TypeAsync(environment => environment, "correct", "--help")).Said.ShouldContain(
            "One of correction, clarification, editors-note."
        );

        var refused = await Terminal.TypeAsync(environment => environment, "publish", "harbour", "--based-on", "3", "--kind", "correction");

        refused.Code.ShouldBe(1);
        refused.Said.ShouldContain("--kind does not accept “correction”. Use one of first, update, refile.");
    }

    private static string ExampleIn(string help) =>
        string.Join(
            ' ',
            help.ReplaceLineEndings("\n")
                .Split("Example:\n")[1]
                .Split("\n\n")[0]
                .Split('\n')
                .Select(line => line.Trim().TrimEnd('\\').TrimEnd())
        );

    [Fact]
    public async Task The_help_of_a_story_command_names_the_allowed_roles()
    {
        var command = CommandCatalog.Of<StoryCommand.WithdrawQuote>();

        var help = await Terminal.TypeAsync(environment => environment, "withdraw-quote", "--help");

        help.Said.ShouldContain(command.Summary);
        help.Said.ShouldContain($"Allowed roles: reporter, editor, fact-checker ({command.Condition}).");
    }

    [Fact]
    public async Task A_reporter_on_the_story_is_named_as_a_condition()
    {
        var help = await Terminal.TypeAsync(environment => environment, "flag-claim", "--help");

        help.Said.ShouldContain("chief-editor (a reporter only as author or assignee).");
    }

    [Fact]
    public async Task A_misspelled_command_suggests_the_right_one()
    {
        var misspelled = await Terminal.TypeAsync(environment => environment, "atribute-quote");

        misspelled.Code.ShouldBe(1);
        misspelled.Out.ShouldBeEmpty();
        misspelled.Error.ShouldContain("attribute-quote");
    }

    [Fact]
    public async Task A_missing_option_names_the_help()
    {
        var refused = await Terminal.TypeAsync(environment => environment, "assign");

        refused.Code.ShouldBe(1);
        refused.Said.ShouldEndWith("Run “newsroom assign --help” for its usage.");
    }
}
