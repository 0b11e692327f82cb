using System.Collections.Frozen;

namespace Newsroom.Domain.Text.Proposals;

/// <summary>The words of a language that show features of a sentence.</summary>
internal sealed record ClaimWords(FrozenDictionary<ClaimFeature, FrozenSet<string>> ByFeature, string[] PastEndings)
{
    private const int ShortestPast = 5;

    private static readonly ClaimWords English = new(
        Table(
            (ClaimFeature.Magnitude, "percent per cent million millions billion billions trillion thousand thousands hundred hundreds"),
            (ClaimFeature.Money, "dollar dollars euro euros pound pounds cents"),
            (
                ClaimFeature.NumberInWords,
                """
                two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety
                half third quarter twice double triple dozen dozens
                """
            ),
            (
                ClaimFeature.Date,
                """
                year years month months week weeks decade decades century day days january february march april june july august
                september october november december since yesterday monday tuesday wednesday thursday friday saturday sunday
                """
            ),
            (
                ClaimFeature.Superlative,
                """
                most least best worst largest biggest highest lowest greatest smallest first last never every all none nobody only
                record ever longest strongest fastest poorest richest single always
                """
            ),
            (ClaimFeature.Comparison, "more less fewer than higher lower bigger larger smaller better worse same times compared"),
            (
                ClaimFeature.Change,
                """
                rose risen fell fallen increased increase increases increasing decreased decline declined dropped drop doubled tripled
                grew grown growing lost losing gained gain cut raised raise raising created shrank deficit unemployment rate rates
                growth
                """
            ),
            (ClaimFeature.Cause, "because caused causes led resulted result due therefore thanks responsible created brought"),
            (
                ClaimFeature.Act,
                """
                voted vote supported support opposed oppose signed passed said approved wrote written ruled proposed endorsed funded
                spent paid built killed invaded gave given negotiated filed settled sued called wants wanted plan plans took released
                admitted
                """
            ),
            (ClaimFeature.UnnamedSource, "they everybody people some experts officials sources reports studies many"),
            (ClaimFeature.Past, "was were had did got went came took made"),
            (
                ClaimFeature.Opinion,
                """
                think believe hope want going gonna will would should could must let need feel wish love thank maybe guess
                """
            ),
            (ClaimFeature.FirstPerson, "i we")
        ),
        ["ed"]
    );

    private static readonly ClaimWords German = new(
        Table(
            (
                ClaimFeature.Magnitude,
                "prozent million millionen milliarde milliarden billionen tausend tausende hundert hunderte prozentpunkte"
            ),
            (ClaimFeature.Money, "euro dollar cent mark franken pfund"),
            (
                ClaimFeature.NumberInWords,
                """
                zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig
                neunzig hälfte drittel viertel doppelt dutzend dutzende
                """
            ),
            (
                ClaimFeature.Date,
                """
                jahr jahre jahren jahres monat monate monaten woche wochen jahrzehnt jahrzehnten jahrhundert tag tage tagen januar
                februar märz april mai juni juli august september oktober november dezember seit gestern montag dienstag mittwoch
                donnerstag freitag samstag sonntag
                """
            ),
            (
                ClaimFeature.Superlative,
                """
                meisten größte größten höchste höchsten niedrigste niedrigsten beste besten schlechteste kleinste kleinsten erste ersten
                letzte letzten nie niemals jeder jede jedes alle keiner niemand einzige einzigen rekord immer stärkste längste
                """
            ),
            (ClaimFeature.Comparison, "mehr weniger als höher niedriger größer kleiner besser schlechter mal verglichen gegenüber"),
            (
                ClaimFeature.Change,
                """
                stieg stiegen gestiegen steigt sank sanken gesunken sinkt fiel fielen gefallen erhöht erhöhte verringert verdoppelt
                verdreifacht wuchs gewachsen wächst verlor verloren gewann gekürzt gesenkt zugenommen abgenommen defizit
                arbeitslosigkeit quote rate wachstum
                """
            ),
            (ClaimFeature.Cause, "weil wegen verursacht verursachte führte führten geführt deshalb daher dank aufgrund infolge"),
            (
                ClaimFeature.Act,
                """
                stimmte stimmten gestimmt unterstützte abgelehnt unterzeichnete unterzeichnet verabschiedet genehmigt schrieb
                geschrieben entschied entschieden gezahlt bezahlt gebaut getötet gab gegeben verhandelt verklagt beschlossen beschloss
                zugegeben
                """
            ),
            (
                ClaimFeature.UnnamedSource,
                "man experten kreise kreisen beobachter beobachtern behörden medienberichten berichten studien viele einige"
            ),
            (ClaimFeature.Past, "war waren hatte hatten wurde wurden kam kamen ging gingen"),
            (ClaimFeature.Opinion, "glaube denke hoffe meine will würde sollte könnte muss wünsche vielleicht wohl wird werden"),
            (ClaimFeature.FirstPerson, "ich wir")
        ),
        ["te", "ten"]
    );

    /// <summary>Returns the words of a language (BCP 47); English for a language without a table.</summary>
    public static ClaimWords Of(string language) =>
        language.Split('-')[0].Equals("de", StringComparison.OrdinalIgnoreCase) ? German : English;

    /// <summary>Returns whether a word in lower case looks like a verb in the past.</summary>
    public bool IsPast(string word) =>
        word.Length >= ShortestPast && PastEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));

    private static FrozenDictionary<ClaimFeature, FrozenSet<string>> Table(params (ClaimFeature Feature, string Words)[] features) =>
        features.ToFrozenDictionary(
            f => f.Feature,
            f => f.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal)
        );
}
