namespace Newsroom.Cli.Invocation;

/// <summary>Examples of the commands that are not generated. Each is a valid command line.</summary>
internal static class CommandExamples
{
    private static readonly Dictionary<string, string> ByName = new(StringComparer.Ordinal)
    {
        ["edit"] = "newsroom edit harbour-vote",
        ["undo"] = "newsroom undo harbour-vote",
        ["show"] = "newsroom show harbour-vote --version 3",
        ["history"] = "newsroom history harbour-vote",
        ["diff"] = "newsroom diff harbour-vote --from 3 --to 5",
        ["blame"] = "newsroom blame harbour-vote",
        ["passage"] = "newsroom passage harbour-vote q1",
        ["gates"] = "newsroom gates harbour-vote",
        ["quoted"] = "newsroom quoted harbour-vote",
        ["proposals"] = "newsroom proposals harbour-vote --limit 10",
        ["check"] = "newsroom check harbour-vote",
        ["mark"] = "newsroom mark harbour-vote",
        ["dismissed-phrases"] = "newsroom dismissed-phrases",
        ["mine"] = "newsroom mine",
        ["board"] = "newsroom board town",
        ["watch"] = "newsroom watch --desk town",
        ["numbers"] = "newsroom numbers --desk town --from 2026-W37",
        ["queue"] = "newsroom queue --desk town",
        ["stories"] = "newsroom stories breakwater --desk town --stage in-review",
        ["published"] = "newsroom published harbour-vote",
        ["corrections"] = "newsroom corrections harbour-vote",
        ["audit"] = "newsroom audit --actor idris --from 2026-03-01",
        ["speakers"] = "newsroom speakers",
        ["speaker-quotes"] = "newsroom speaker-quotes mayor",
        ["register-speaker"] = "newsroom register-speaker --name \"Marit Øyen\" --description \"Mayor\"",
        ["seal-identity"] = "newsroom seal-identity port-source --identity @source.txt",
        ["reveal-identity"] = "newsroom reveal-identity port-source --reason \"Court order 12/2026\"",
        ["desks"] = "newsroom desks",
        ["define-desk"] = "newsroom define-desk town --name \"Town hall\" --language en",
        ["policies"] = "newsroom policies town",
        ["propose-policy"] = "newsroom propose-policy town --gates @gates.json --reason \"Two checks.\"",
        ["accept-policy"] = "newsroom accept-policy town --version 2",
        ["reject-policy"] = "newsroom reject-policy town --version 2 --reason \"Too strict.\"",
        ["people"] = "newsroom people",
        ["describe-person"] = "newsroom describe-person idris --name \"Idris Penhale\" --role reporter",
        ["subscribers"] = "newsroom subscribers",
        ["subscriber-history"] = "newsroom subscriber-history harbour-news",
        ["register-subscriber"] =
            "newsroom register-subscriber --name \"Harbour News\" \\\n"
            + "    --url https://news.example.org/newsroom --kind published --kind killed",
        ["change-subscriber"] = "newsroom change-subscriber harbour-news --language en --language nb",
        ["pause-subscriber"] = "newsroom pause-subscriber harbour-news \\\n    --reason \"Their server is replaced.\"",
        ["resume-subscriber"] = "newsroom resume-subscriber harbour-news",
        ["rotate-secret"] = "newsroom rotate-secret harbour-news --overlap 48",
        ["remove-subscriber"] = "newsroom remove-subscriber harbour-news",
        ["acknowledge"] = "newsroom acknowledge harbour-news \\\n    0199f0a2-5c1b-7d3e-9a4f-1234567890ab",
        ["deliveries"] = "newsroom deliveries harbour-news --state failed",
        ["unacknowledged"] = "newsroom unacknowledged",
        ["redeliver"] = "newsroom redeliver harbour-news 0199f0a2-5c1b-7d3e-9a4f-1234567890ab",
        ["replay-deliveries"] = "newsroom replay-deliveries harbour-news --since 2026-03-12T09:30",
        ["import-history"] = "newsroom import-history ../posts --desk town --path \"news/**/*.md\"",
        ["verify-views"] = "newsroom verify-views --view published",
        ["rebuild-views"] = "newsroom rebuild-views --view published",
        ["erasures"] = "newsroom erasures",
        ["request-erasure"] =
            "newsroom request-erasure --kind person --subject idris \\\n"
            + "    --legal-basis \"GDPR Art. 17(1)(a)\" --reason \"He asked for it.\"",
        ["approve-erasure"] = "newsroom approve-erasure 0199f0a2-5c1b-7d3e-9a4f-1234567890ab",
        ["reject-erasure"] = "newsroom reject-erasure 0199f0a2-5c1b-7d3e-9a4f-1234567890ab \\\n    --reason \"An archive must be kept.\"",
        ["add-evidence"] = "newsroom add-evidence interview.mp3 --confidential",
        ["get-evidence"] = "newsroom get-evidence $digest --to interview.mp3",
        ["bundle"] = "newsroom bundle harbour-vote --to harbour-vote.zip",
        ["checkpoint"] = "newsroom checkpoint",
        ["verify"] = "newsroom verify harbour-vote.zip --key @vkey.txt --since checkpoint.txt",
        ["verify-store"] = "newsroom verify-store --since checkpoint.txt",
        ["ledger-keys"] = "newsroom ledger-keys",
        ["ledger-key"] = "newsroom ledger-key newsroom.example --to ledger.key",
        ["completions"] = "newsroom completions bash",
        ["login"] = "newsroom login ana",
        ["logout"] = "newsroom logout",
        ["whoami"] = "newsroom whoami",
        ["token"] = "newsroom token --user ana --role editor",
    };

    /// <summary>Returns the example of a command.</summary>
    public static string Of(string command) => ByName[command];
}
