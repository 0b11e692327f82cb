using System.Buffers;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>The words before quoted words by which titles, names and mottos are recognised, in several languages at once.</summary>
internal static class ProposalWords
{
    private static readonly SearchValues<string> Links = Of(
        "like such including wie comme como come som a the called named titled entitled dubbed nicknamed new for of by its his her their " +
        "mit dem den der des die das ein eine einem einer namens genannt heißt neuen neue neues neuer seinem seinen ihrem ihren unter " +
        "de la le les du intitulé intitulée appelé appelée baptisé baptisée nommé nommée el los las llamado llamada titulado titulada " +
        "il lo gli chiamato chiamata intitolato intitolata het een met genaamd getiteld heter kallad под названием pod tytułem pt");

    private static readonly SearchValues<string> Works = Of(
        "song songs album albums single singles film films movie movies documentary book books novel novels memoir musical opera series show programme " +
        "program episode sitcom poem poems essay painting sculpture exhibition podcast magazine newspaper ballad anthem hymn titled entitled hit tune " +
        "lied lieder lieds song songs films buch buches roman romans stück oper gedicht gedichts serie sendung magazin magazins magazines blatt zeitung " +
        "zeitschrift video artikel aufsatz studie broschüre dokumentation ausstellung reihe spiel gemälde skulptur cd platte album schlager " +
        "chanson livre émission série journal canción película libro novela disco programa canzone romanzo " +
        "liedje boek film sången låten filmen boken romanen sangen boka bogen sangen песня песню песни фильм фильме фильма книга книге книгу роман романе " +
        "piosenka piosenkę książka książce powieść filmie");

    private static readonly SearchValues<string> Names = Of(
        "party group organisation organization movement initiative project operation foundation association club ship boat yacht ferry vessel band team " +
        "restaurant bar pub café hotel brand website app channel award prize law act network known nicknamed dubbed " +
        "partei gruppe gruppierung organisation verein vereins verband verbandes bündnis bündnisses initiative aktion kampagne projekt projekts firma " +
        "gesellschaft stiftung gewerkschaft schiff boot frachter fähre kneipe klub preis preises auszeichnung medaille orden gesetz gesetzes programm " +
        "stamm stamms festival konferenz kongress forum netzwerk plattform institut fonds liste namens name namen mission sonde satellit rakete wettbewerb " +
        "veranstaltung turnier strecke schule bewegung front allianz koalition marke software portal genannt " +
        "parti association groupe mouvement partido asociación grupo movimiento partito associazione gruppo partij vereniging groep partiet föreningen " +
        "gruppen foreningen партия партии движение движения partia partii stowarzyszenie");

    private static readonly SearchValues<string> Mottos = Of(
        "motto slogan tagline headline heading banner inscription hashtag placard motto mottos losung parole slogans leitspruch devise überschrift titel titels " +
        "thema themen plakat transparent aufschrift devise lema eslogan slagord лозунг лозунгом девиз девизом hasło hasłem");

    private static readonly SearchValues<string> Terms = Of(
        "so-called so‑called term word phrase expression begriff begriffs wort ausdruck bezeichnung sogenannte sogenannten sogenannter sogenanntes " +
        "sogenanntem genannte genannten genannter cosiddetto cosiddetta zogenaamde zogeheten kallade såkalte såkaldte");

    private static readonly SearchValues<string> Articles = Of("der die das des");

    // Words between a title and who made the work, by language.
    private static readonly (string Language, string Word)[] Makers =
    [
        ("en", "by"), ("de", "von"), ("fr", "de"), ("es", "de"), ("pt", "de"), ("it", "di"), ("nl", "van"), ("sv", "av"), ("nb", "av"), ("nn", "av"), ("da", "af"),
    ];

    private static readonly SearchValues<string> Predicates = Of(
        "ist sind war waren wird werden wurde wurden hat haben hatte hatten sei seien sein wäre wären kann können muss müssen soll sollen will wollen darf " +
        "dürfen nicht sich zu man dass weil wenn aber doch kein keine is are was were will would can must should not that has have had");

    // German puts nouns together: of these the last part decides.
    private static readonly (string Ending, QuotationProposal Proposal)[] Compounds =
    [
        ("film", QuotationProposal.Work), ("lied", QuotationProposal.Work), ("buch", QuotationProposal.Work), ("roman", QuotationProposal.Work),
        ("sendung", QuotationProposal.Work), ("serie", QuotationProposal.Work), ("magazin", QuotationProposal.Work), ("zeitung", QuotationProposal.Work),
        ("zeitschrift", QuotationProposal.Work), ("blatt", QuotationProposal.Work), ("stück", QuotationProposal.Work), ("reihe", QuotationProposal.Work),
        ("ausstellung", QuotationProposal.Work), ("spiel", QuotationProposal.Work), ("partei", QuotationProposal.Name), ("gruppe", QuotationProposal.Name),
        ("verein", QuotationProposal.Name), ("verband", QuotationProposal.Name), ("bündnis", QuotationProposal.Name), ("initiative", QuotationProposal.Name),
        ("organisation", QuotationProposal.Name), ("preis", QuotationProposal.Name), ("gesetz", QuotationProposal.Name), ("projekt", QuotationProposal.Name),
        ("programm", QuotationProposal.Name), ("gesellschaft", QuotationProposal.Name), ("stiftung", QuotationProposal.Name),
        ("gewerkschaft", QuotationProposal.Name), ("schiff", QuotationProposal.Name), ("bewegung", QuotationProposal.Name), ("motto", QuotationProposal.Motto),
        ("wettbewerb", QuotationProposal.Name), ("seite", QuotationProposal.Name), ("kampagne", QuotationProposal.Name), ("überschrift", QuotationProposal.Motto),
    ];

    /// <summary>Whether a name stands behind a word as a noun does: German articles.</summary>
    public static bool IsArticle(string word, string language) =>
        language.StartsWith("de", StringComparison.OrdinalIgnoreCase) && Articles.Contains(word);

    /// <summary>Whether a word is declined as German adjectives are.</summary>
    public static bool IsAdjective(string word) =>
        word.Length > 4 && (word.EndsWith('e') || word.EndsWith("en", StringComparison.Ordinal) || word.EndsWith("er", StringComparison.Ordinal)
            || word.EndsWith("es", StringComparison.Ordinal));

    /// <summary>Whether a word leads from a title to who made the work.</summary>
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

    /// <summary>Whether a word makes a sentence of its neighbours, which names do not have.</summary>
    public static bool IsPredicate(string word) => Predicates.Contains(word);

    /// <summary>Whether a word leads from a noun to its title: <c>called</c>, <c>mit dem</c>.</summary>
    public static bool IsLink(string word) => Links.Contains(word);

    /// <summary>The proposal a word makes for the words behind it; null where it makes none.</summary>
    public static QuotationProposal? Of(string word, string language)
    {
        if (Mottos.Contains(word))
        {
            return QuotationProposal.Motto;
        }

        if (Terms.Contains(word))
        {
            return QuotationProposal.Term;
        }

        if (Works.Contains(word))
        {
            return QuotationProposal.Work;
        }

        return Names.Contains(word) ? QuotationProposal.Name : OfCompound(word, language);
    }

    private static QuotationProposal? OfCompound(string word, string language)
    {
        if (!language.StartsWith("de", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach (var (ending, proposal) in Compounds)
        {
            var at = word.LastIndexOf(ending, StringComparison.Ordinal);
            if (at >= 0 && word.AsSpan(at + ending.Length) is "" or "s" or "es" or "e" or "en" or "n" or "er" or "ern")
            {
                return proposal;
            }
        }

        return null;
    }

    private static SearchValues<string> Of(string words) =>
        SearchValues.Create([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()], StringComparison.Ordinal);
}
