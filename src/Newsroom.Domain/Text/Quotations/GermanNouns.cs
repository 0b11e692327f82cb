using System.Collections.Frozen;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Lists German nouns that precede titles and names. The last part of a compound decides.</summary>
internal static class GermanNouns
{
    private const int MinModifierLength = 2;

    private const string Works =
        "album ballade beitrag beiträg bestseller bestenliste biografie biographie bildband bildbänd blatt blätt blockbuster buch "
        + "büch chronik "
        + "comic doku dokumentation doktorarbeit diplomarbeit dissertation drama dramen epos erzählung essay fabel film flugblatt "
        + "flugblätt "
        + "flugschrift fotografie gedicht gemälde graphik grafik handbuch hit hörspiel hymne inszenierung installation kapitel kantate "
        + "kolumne "
        + "komödie komposition krimi kunstwerk kurzgeschichte leitartikel leitfaden lexikon lied litanei magazin manifest märchen "
        + "melodie memoiren "
        + "monographie monografie musical novelle oper operette oratorium petition podcast porträt positionspapier strategiepapier "
        + "publikation "
        + "ratgeber reportage roman rubrik sammelband sammelbänd satire schauspiel schlager schrift sendung serie show sinfonie "
        + "symphonie "
        + "single sitcom sketch skulptur soap song spiel spot statue stück streifen studie telenovela thriller tragödie trilogie video "
        + "vortrag vorträg vorlesung werk western zeitung zyklus ausstellung artikel aufsatz aufsätz reihe schau klassiker platte";

    private const string Names =
        "abkommen agentur akademie aktion aktionstag aktionswoche allianz arbeitskreis auszeichnung bataillon baureihe "
        + "begegnungsstätte bewegung "
        + "boot brigade browser bund bünde bündnis campus charta chor club klub computerwurm dampfer denkmal denkmäl diskothek einheit "
        + "einrichtung "
        + "ensemble expedition fähre festival fest firma fonds forum fraktion frachter fregatte freundeskreis front galerie gaststätte "
        + "gedenktag "
        + "gemeinschaft gesellschaft gesetz gewerkschaft gipfel gremium gruppe gruppierung gütesiegel hilfswerk hurrikan initiative "
        + "institut jacht "
        + "yacht kampagne kanal kategorie kaufhaus kindergarten kindertagesstätte kita kneipe koalition komitee kommando konferenz "
        + "kongress "
        + "konsortium konvention konzept konzert korvette kreuzer kulturhaus kundgebung kurs kutter lehrgang lokomotive mahnwache marke "
        + "medaille "
        + "medikament messe miliz mission modell museum name namens netzwerk orchester orden organisation orkan paket park partei "
        + "plattform "
        + "plan plän pokal portal prädikat präparat preis produkt programm projekt pseudonym rakete rallye raumfähre raumschiff "
        + "raumsonde reederei "
        + "regatta restaurant richtlinie satellit schadprogramm schiff segler seminar sender siegel software sonde sonderkommission "
        + "sorte station "
        + "stamm stämm stiftung strecke sturmtief suchmaschine symposium system tagung taifun tanker team teleskop theater themenjahr "
        + "themenwoche "
        + "tournee treffen trojaner truppe turnier veranstaltung verband verbänd verein vereinigung verlag verordnung versammlung "
        + "vertrag verträg "
        + "virus webseite website wettbewerb wirbelsturm wirkstoff workshop zentrum zirkus zusammenschluss schule weltcup sparte disziplin";

    private const string Mottos =
        "motto titel überschrift thema themen leitspruch leitsatz leitmotiv leitgedanke devise losung slogan betreff betreffzeile "
        + "schlagzeile claim werbespruch wahlspruch leitfrage schwerpunkt programmpunkt tagesordnungspunkt inschrift schriftzug";

    private const string Terms =
        "begriff tatbestand straftatbestand anklagepunkt delikt ausdruck ausdrück stichwort stichwört schlagwort schlagwört unwort "
        + "codewort fremdwort modewort redewendung bezeichnung volksmund";

    // Words that end like one of these nouns but are not compounds of it.
    private const string Others =
        "beispiel glied mitglied antwort verbund frühstück grundstück rückstück feuerwerk handwerk stockwerk bauwerk kraftwerk "
        + "anschrift "
        + "vorschrift zuschrift unterschrift handschrift nachschrift rundfunk überwerk widerspruch vorstellung umgebung reaktion "
        + "transaktion "
        + "redaktion "
        + "infektion vernunft gewerbegebiet spielplan stadtplan fahrplan zeitplan abschied bezug kriterium ministerium strompreis "
        + "benzinpreis "
        + "ölpreis kaufpreis verkaufspreis lebensgemeinschaft staatengemeinschaft wertegemeinschaft konfrontation aufmarsch eindruck "
        + "nachdruck "
        + "zusammenspiel fußballspiel länderspiel heimspiel auswärtsspiel freundschaftsspiel hinspiel rückspiel endspiel testspiel";

    // Matched exactly: their inflected forms are other nouns' endings.
    private const string Exact =
        "folge folgen typ klasse liste seite seiten boulevardblatt band bar café hotel lok zug tief hoch soko wählerliste app "
        + "kino website bank rat";

    private static readonly string[] Inflections = ["", "s", "es", "e", "en", "n", "er", "ern", "ses", "sen", "se", "ns"];

    private static readonly FrozenDictionary<string, QuotationProposal?> Endings = Read();
    private static readonly FrozenDictionary<string, QuotationProposal?>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Endings.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Alone = Exact
        .Split(' ')
        .ToFrozenSet()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns the proposal for a noun, or for the last noun of a compound; null if there is none.</summary>
    /// <param name="word">The noun in lower case.</param>
    public static QuotationProposal? Of(ReadOnlySpan<char> word)
    {
        if (Alone.Contains(word))
        {
            return QuotationProposal.Name;
        }

        for (var start = 0; start < word.Length; start++)
        {
            if ((start == 0 || start >= MinModifierLength) && Lookup.TryGetValue(word[start..], out var proposal))
            {
                return proposal;
            }
        }

        return null;
    }

    private static FrozenDictionary<string, QuotationProposal?> Read()
    {
        var endings = new Dictionary<string, QuotationProposal?>();
        Add(Others, null);
        Add(Terms, QuotationProposal.Term);
        Add(Mottos, QuotationProposal.Motto);
        Add(Works, QuotationProposal.Work);
        Add(Names, QuotationProposal.Name);
        return endings.ToFrozenDictionary();

        void Add(string nouns, QuotationProposal? proposal)
        {
            foreach (var noun in nouns.Split(' '))
            {
                foreach (var inflection in Inflections)
                {
                    endings.TryAdd(noun + inflection, proposal);
                }
            }
        }
    }
}
