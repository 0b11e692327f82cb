using System.Buffers;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Lists words, in several languages, that precede titles, names and mottos.</summary>
internal static class ProposalWords
{
    private static readonly SearchValues<string> Links = Of(
        "like such including wie comme como come som a the called named titled entitled dubbed nicknamed new for of by its his her their "
            + "mit dem den der des die das ein eine einem einer namens genannt heißt neuen neue neues neuer seinem seinen ihrem "
            + "ihren unter "
            + "de la le les du intitulé intitulée appelé appelée baptisé baptisée nommé nommée el los las llamado llamada "
            + "titulado titulada "
            + "il lo gli chiamato chiamata intitolato intitolata het een met genaamd getiteld heter kallad под названием pod tytułem pt"
    );

    private static readonly SearchValues<string> Works = Of(
        "song songs album albums single singles film films movie movies documentary book books novel novels memoir musical "
            + "opera series show programme "
            + "program episode sitcom poem poems essay painting sculpture exhibition podcast magazine newspaper ballad anthem "
            + "hymn titled entitled hit tune "
            + "lied lieder lieds song songs films buch buches roman romans stück oper gedicht gedichts serie sendung magazin "
            + "magazins magazines blatt zeitung "
            + "zeitschrift video artikel aufsatz studie broschüre dokumentation ausstellung reihe spiel gemälde skulptur cd "
            + "platte album schlager "
            + "chanson livre émission série journal canción película libro novela disco programa canzone romanzo "
            + "liedje boek film sången låten filmen boken romanen sangen boka bogen sangen песня песню песни фильм фильме фильма "
            + "книга книге книгу роман романе "
            + "piosenka piosenkę książka książce powieść filmie"
    );

    private static readonly SearchValues<string> Names = Of(
        "party group organisation organization movement initiative project operation foundation association club ship boat "
            + "yacht ferry vessel band team "
            + "restaurant bar pub café hotel brand website app channel award prize law act network known nicknamed dubbed nom "
            + "nombre nome naam namn navn alias category catégorie categoría "
            + "partei gruppe gruppierung organisation verein vereins verband verbandes bündnis bündnisses initiative aktion "
            + "kampagne projekt projekts firma "
            + "gesellschaft stiftung gewerkschaft schiff boot frachter fähre kneipe klub preis preises auszeichnung medaille "
            + "orden gesetz gesetzes programm "
            + "stamm stamms festival konferenz kongress forum netzwerk plattform institut fonds liste namens name namen mission "
            + "sonde satellit rakete wettbewerb "
            + "veranstaltung turnier strecke schule bewegung front allianz koalition marke software portal genannt "
            + "parti association groupe mouvement partido asociación grupo movimiento partito associazione gruppo partij "
            + "vereniging groep partiet föreningen "
            + "gruppen foreningen партия партии движение движения partia partii stowarzyszenie"
    );

    private static readonly SearchValues<string> Mottos = Of(
        "motto slogan tagline title titles theme titre thème título tema titolo "
            + "titeln tittel titlen tytuł tytułem headline heading banner inscription hashtag placard motto mottos losung parole "
            + "slogans leitspruch devise überschrift titel titels "
            + "thema themen plakat transparent aufschrift devise lema eslogan slagord лозунг лозунгом девиз девизом hasło hasłem"
    );

    private static readonly SearchValues<string> Terms = Of(
        "so-called so‑called term word phrase expression begriff begriffs wort ausdruck bezeichnung sogenannte sogenannten "
            + "sogenannter sogenanntes "
            + "sogenanntem genannte genannten genannter cosiddetto cosiddetta zogenaamde zogeheten kallade såkalte såkaldte"
    );

    private static readonly SearchValues<string> Articles = Of("der die das des");

    // Words between a title and its maker, by language.
    private static readonly (string Language, string Word)[] Makers =
    [
        ("en", "by"),
        ("de", "von"),
        ("fr", "de"),
        ("es", "de"),
        ("pt", "de"),
        ("it", "di"),
        ("nl", "van"),
        ("sv", "av"),
        ("nb", "av"),
        ("nn", "av"),
        ("da", "af"),
    ];

    private static readonly SearchValues<string> Predicates = Of(
        "ist sind war waren wird werden wurde wurden hat haben hatte hatten sei seien sein wäre wären kann können muss müssen "
            + "soll sollen will wollen darf "
            + "dürfen nicht sich zu man dass weil wenn aber doch kein keine is are was were will would can must should not that "
            + "has have had"
    );

    /// <summary>Returns whether a word is a German article, after which a name is used like a noun.</summary>
    public static bool IsArticle(string word, string language) => IsGerman(language) && Articles.Contains(word);

    public static bool IsGerman(string language) => language.StartsWith("de", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether a word has a German adjective ending.</summary>
    public static bool IsAdjective(string word) =>
        word.Length > 4
        && (
            word.EndsWith('e')
            || word.EndsWith("en", StringComparison.Ordinal)
            || word.EndsWith("er", StringComparison.Ordinal)
            || word.EndsWith("es", StringComparison.Ordinal)
        );

    /// <summary>Returns whether a word links a title to its maker.</summary>
    public static bool LeadsToMaker(ReadOnlySpan<char> word, string language)
    {
        foreach (var (of, leads) in Makers)
        {
            if (language.StartsWith(of, StringComparison.OrdinalIgnoreCase) && word.SequenceEqual(leads))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether a word is a finite verb or the like, which names do not contain.</summary>
    public static bool IsPredicate(string word) => Predicates.Contains(word);

    /// <summary>Returns whether a word links a noun to its title: <c>called</c>, <c>mit dem</c>.</summary>
    public static bool IsLink(string word) => Links.Contains(word);

    /// <summary>Returns the proposal for words after a word; null if there is none.</summary>
    /// <param name="word">The word beside the quotation, in any case.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    public static QuotationProposal? Of(string word, string language)
    {
        var lower = word.ToLowerInvariant();
        if (Mottos.Contains(lower))
        {
            return QuotationProposal.Motto;
        }

        if (Terms.Contains(lower))
        {
            return QuotationProposal.Term;
        }

        if (Works.Contains(lower))
        {
            return QuotationProposal.Work;
        }

        if (Names.Contains(lower))
        {
            return QuotationProposal.Name;
        }

        return IsGerman(language) && word is [>= 'A', ..] && char.IsUpper(word[0]) ? GermanNouns.Of(lower) : null;
    }

    private static SearchValues<string> Of(string words) =>
        SearchValues.Create([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()], StringComparison.Ordinal);
}
