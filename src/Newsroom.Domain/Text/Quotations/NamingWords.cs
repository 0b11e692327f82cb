using System.Collections.Frozen;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Lists the words that introduce titles and names, in several languages.</summary>
internal static class NamingWords
{
    // Verbs that name their subject.
    public static readonly FrozenSet<string> Calling = Of(
        "heißt hieß heißen hießen heiße lautet lautete lauten lauteten luidt luidde heet heette hete heter hette hedder hed "
            + "s'intitule s'appelle "
            + "s'intitulait titula llama llamaba intitola chiama"
    );

    // Verbs that name their subject only if that is a noun for a name.
    public static readonly FrozenSet<string> Being = Of("is was ist war wird bleibt est était es era è é fue fu var är er");

    public static readonly FrozenSet<string> NounsForNames = Of(
        "title titles theme name motto tagline titel titels thema motto mottos name namen leitspruch leitmotiv leitgedanke "
            + "überschrift devise nom titre "
            + "thème lema título nombre tema titolo nome naam titeln namn tittel navn titlen navnet"
    );

    // Shouts and signs are speech.
    public static readonly FrozenSet<string> Cries = Of(
        "parole parolen losung losungen slogan slogans plakat plakate plakaten transparent transparente transparenten aufschrift "
            + "banner placard "
            + "inscription ruf rufe rufen spruch sprüche sprüchen worte worten satz sätze sätzen zitat zitate zitaten sprechchor "
            + "sprechchöre sprechchören "
            + "chants chant cries sign signs words phrase phrases quotes statements remarks shouts lines comments"
    );

    // Works, except media.
    public static readonly FrozenSet<string> Creations = Of(
        "film films kurzfilm spielfilm dokumentarfilm song lied album single roman buch sachbuch hörbuch oper operette gedicht "
            + "theaterstück gemälde "
            + "musical hörspiel movie book novel poem painting play opera chanson roman livre tableau poème película canción novela libro "
            + "poema canzone romanzo "
            + "libro boek liedje schilderij bok låt sang"
    );

    public static readonly FrozenSet<string> MakerLinks = Of("des der von by of de du di van av af");

    public static readonly FrozenSet<string> Genitives = Of("des der seines ihres seiner ihrer dieses dieser of du de del della van");

    public static readonly FrozenSet<string> Adverbs = Of(
        "also nun jetzt künftig schlicht einfach dann auch deshalb daher fortan nunmehr treffend simply now therefore aptly désormais "
            + "ahora nu"
    );

    public static readonly FrozenSet<string> Named = Of(
        "genannt genannte genannten genannter genanntes getauft getaufte getauften umbenannt umbenennen betitelt betitelte betitelten "
            + "genaamd getiteld"
    );

    // Follow a quotation introduced by "als".
    public static readonly FrozenSet<string> Known = Of("bekannt bekannte bekannten bekannter bekanntes");

    public static readonly FrozenSet<string> Listing = Of("darunter including waaronder");

    public static readonly FrozenSet<string> Links = Of("von of de van di av af der des do");

    public static readonly FrozenSet<string> Makers = Of(
        "autor autorin autoren regisseur regisseurin komponist komponistin verfasser verfasserin drehbuchautor drehbuchautorin "
            + "hauptdarsteller "
            + "hauptdarstellerin übersetzer übersetzerin schöpfer schöpferin author authors composer playwright auteur autrice réalisateur "
            + "réalisatrice "
            + "compositeur autora compositor compositora autore autrice regista compositore schrijver schrijfster componist författare "
            + "författaren regissör"
    );

    // One person sings a song; a crowd may chant.
    public static readonly FrozenSet<string> Sings = Of(
        "sang singt spielte spielt intonierte interpretierte dirigierte inszenierte verfilmte vertonte komponierte performed directed "
            + "composed sings chante chanta canta cantó zong zingt"
    );
    public static readonly FrozenSet<string> Performed = Of(
        "sang singt gesungen aufgeführt uraufgeführt verfilmt vertont inszeniert inszenierte dirigierte"
    );

    // Word pairs that only a title or name follows.
    public static readonly FrozenDictionary<string, QuotationProposal> Pairs = new Dictionary<string, QuotationProposal>
    {
        ["known as"] = QuotationProposal.Name,
        ["renamed to"] = QuotationProposal.Name,
        ["bekannt als"] = QuotationProposal.Name,
        ["bekannte als"] = QuotationProposal.Name,
        ["umbenannt in"] = QuotationProposal.Name,
        ["bekend als"] = QuotationProposal.Name,
        ["conocida como"] = QuotationProposal.Name,
        ["conocido como"] = QuotationProposal.Name,
        ["conhecido como"] = QuotationProposal.Name,
        ["conhecida como"] = QuotationProposal.Name,
        ["känd som"] = QuotationProposal.Name,
        ["kendt som"] = QuotationProposal.Name,
        ["kjent som"] = QuotationProposal.Name,
        ["hauptrolle in"] = QuotationProposal.Work,
        ["nebenrolle in"] = QuotationProposal.Work,
        ["titelrolle in"] = QuotationProposal.Work,
        ["szene aus"] = QuotationProposal.Work,
        ["szenen aus"] = QuotationProposal.Work,
        ["ausschnitte aus"] = QuotationProposal.Work,
        ["starred in"] = QuotationProposal.Work,
        ["starring in"] = QuotationProposal.Work,
        ["scene from"] = QuotationProposal.Work,
        ["scenes from"] = QuotationProposal.Work,
        ["excerpts from"] = QuotationProposal.Work,
    }.ToFrozenDictionary();

    private static FrozenSet<string> Of(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
