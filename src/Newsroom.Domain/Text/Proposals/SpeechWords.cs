using System.Collections.Frozen;

namespace Newsroom.Domain.Text.Proposals;

/// <summary>The words of a language by which speech is attributed.</summary>
/// <param name="Verbs">Verbs of saying, in all their forms.</param>
/// <param name="Sources">Words before a source: "according to", "laut".</param>
/// <param name="Pronouns">Pronouns that can be the subject of a verb of saying.</param>
/// <param name="Helpers">Auxiliary verbs and adverbs between a subject and its verb.</param>
/// <param name="Borders">Words at which a noun phrase ends or before which it begins.</param>
/// <param name="Links">Words that join a phrase to the one before it: "of the committee".</param>
/// <param name="Articles">Articles and possessives that begin a noun phrase.</param>
/// <param name="Auxiliaries">Finite verbs that a participle of saying needs.</param>
/// <param name="Subordinators">Words that begin a clause whose verb is last.</param>
/// <param name="Joins">Words that join clauses.</param>
/// <param name="Reported">Verb forms of reported speech without a verb of saying.</param>
/// <param name="SourceNouns">Nouns between a preposition and a source: "nach Angaben der Polizei".</param>
/// <param name="VerbSecond">Whether the subject follows the verb where another part of the sentence comes first.</param>
internal sealed record SpeechWords(
    FrozenSet<string> Verbs,
    FrozenSet<string> Sources,
    FrozenSet<string> Pronouns,
    FrozenSet<string> Helpers,
    FrozenSet<string> Borders,
    FrozenSet<string> Links,
    FrozenSet<string> Articles,
    FrozenSet<string> Auxiliaries,
    FrozenSet<string> Subordinators,
    FrozenSet<string> Joins,
    FrozenSet<string> Reported,
    FrozenSet<string> SourceNouns,
    bool VerbSecond
)
{
    /// <summary>Returns the words of a language (BCP 47); English for a language without a table.</summary>
    public static SpeechWords Of(string language) =>
        language.Split('-')[0].Equals("de", StringComparison.OrdinalIgnoreCase) ? German : English;

    private static SpeechWords English { get; } =
        new(
            Set(
                """
                accused accuses accusing acknowledged acknowledges added adds adding admits admitted advised advises affirmed
                agreed agrees alleged alleges announced announces announcing answered answers argued argues arguing asked asks
                asking asserted asserts asserting assured attacked begged began believes blamed blasted boasted bragged called
                calling calls cautioned challenged chanted chanting characterized charged charges chided chimed cited cites
                claimed claims claiming clarified commented comments complained complains conceded concedes concluded concludes
                concluding condemned confessed confided confirmed confirms contended contends continued continues countered
                counters cried criticized criticizing decided declared declares declaring decried declined defended demanded
                demands denied denies denounced describe described describes describing detailed disclosed disputed dismissed
                elaborated emphasized emphasizes emphasizing enthused estimated exclaimed exclaims explained explains explaining
                expressed fumed gushed hailed hinted implored implying indicated informed insisted insists insisting instructed
                interjected intoned issued joked jokes joking labeled laments lamented laughed lectured likened maintained
                maintains mentioned mocked mused muttered noted notes noting observed observes offered opined ordered outlined
                phrased pleaded pledged pledging pointed posted praised praising predicted predicts proclaimed proclaiming
                promised promises promising pronounced proposed protested quipped quips quoted quotes ranted read reads reacted
                reasoned recalled recalls recounted referred referring reflected reiterated rejoined related remarked remarks
                remembered reminded replied replies repeated reported reports responded responds responding retorted revealed
                ridiculed roared said say says saying screamed scoffed shot shouted shouting shouts shrugged sighed signed slammed
                snapped sneered speaking speculated spoke states stated stating stressed stresses stressing suggested suggests
                suggesting summarized summed surmised swore talked talking tells told telling testified thinks thundered touted
                tweeted tweets tweeting typed urged urges urging uttered ventured vented voiced vowed vowing warned warns warning
                went whispered wondered wonders writes writing wrote yelled yelling
                """
            ),
            Set("according per"),
            Set("he she they it we i who you everyone nobody someone another others one many some both neither"),
            Set(
                """
                has had have is was were be been did does do also later then once again often still just even already recently
                reportedly now not never would could will may might must should first repeatedly simply further previously soon
                always ever himself herself themselves famously instead thus nevertheless ultimately eventually subsequently long
                """
            ),
            Set(
                """
                and but or nor so yet because while when where as if although though since after before until that which whose
                than in on at by from with without about into over under during between among through against to via like however
                meanwhile still later today yesterday tomorrow earlier moreover asked told says said is was are were be been being
                has had have will would can could did does do
                """
            ),
            Set("of for"),
            Set("the a an his her their its our one another"),
            Set(""),
            Set(""),
            Set("and but"),
            Set(""),
            Set(""),
            VerbSecond: false
        );

    private static SpeechWords German { get; } =
        new(
            Set(
                """
                sagt sagte sagten gesagt erklärt erklärte erklärten erklärend meint meinte meinten meinend betont betonte betonten
                äußert äußerte äußerten geäußert schreibt schrieb schrieben geschrieben berichtet berichtete berichteten
                kritisiert kritisierte kritisierten fordert forderte forderten gefordert warnt warnte warnten ergänzt ergänzte
                fügte fügt bemerkt bemerkte antwortet antwortete fragt fragte fragten nennt nannte nannten bezeichnet bezeichnete
                bezeichneten behauptet behauptete heißt hieß verkündet verkündete versichert versicherte versprach verspricht
                unterstreicht unterstrich zitiert zitierte zitieren mitgeteilt mitteilte teilte teilt kommentiert kommentierte
                kommentierten räumte räumt gab gibt gaben erwidert erwiderte entgegnete entgegnet rief ruft beklagt beklagte
                bedauerte bedauert begründet begründete begründeten beschreibt beschrieb beschrieben bestätigt bestätigte hofft
                hoffte glaubt glaubte urteilt urteilte stellte stellt formulierte formuliert erläutert erläuterte erzählt erzählte
                fasste fasst resümiert resümierte spricht sprach sprachen gesprochen verlangt verlangte verwies verweist weist
                wies lobte lobt wandte wendet drohte droht mahnt mahnte appellierte appelliert schimpfte verurteilt verurteilte
                verurteilten begrüßt begrüßte plädierte plädiert konstatiert konstatierte kündigte kündigt gestand reagierte
                reagiert bekräftigte bekräftigt bezweifelt bezweifelte wertete wertet würdigte würdigt twitterte prophezeit lautet
                lautete lauten lauteten melden meldet meldete titelte titelt zeigte führte führten führt sicherte sieht sah sahen
                hält hielt hielten skandierten konterte kontert argumentierte argumentiert erinnerte erinnert schloss schließt
                fuhr fährt hob hebt bilanzierte monierte rügte stellten teilten wünschte wünscht dankte gratulierte verteidigte
                verteidigt dementierte dementiert wiederholte wiederholt befürchtete befürchtet erwartete erwartet prognostizierte
                prognostiziert spottete gestanden versprachen verlangten verlauteten verlautete signalisierte bedauerten begrüßten
                hofften glaubten nannten rechnet rechnete rät riet empfahl empfiehlt beteuerte beteuert begann notierte
                attestierte warf wirft vermutete vermutet meint interpretierte deutete charakterisierte beschuldigte attackierte
                meinen strich strichen lehnt lehnte lehnten rechtfertigte rechtfertigten skandierte riefen wollte ließ
                """
            ),
            Set("laut so gemäß zufolge zitat"),
            Set("er sie es wir ich man wer beide einer eine andere viele einige"),
            Set(
                """
                hat habe hatte hatten haben ist war wurde worden wird sich auch dann jedoch aber dabei dazu zudem weiter weiterhin
                außerdem ferner später nun noch bereits heute gestern schon ebenfalls daraufhin hierzu wörtlich unter anderem
                indes allerdings gegenüber demnach zuvor darauf hingegen bereits damit darauf darin passend positiv negativ warum
                ursprünglich zuletzt erneut schließlich
                """
            ),
            Set(
                """
                und aber oder denn weil während wenn wo als ob obwohl nachdem bevor dass daß welche welcher wie ab in im am an auf
                aus bei beim von vom mit nach vor zu zum zur über unter durch für gegen um seit ohne wegen trotz zwischen
                gegenüber laut den dem einem einen seinem seinen ihrem ihren diesem diesen
                """
            ),
            Set("des der vom von für"),
            Set("der die das ein eine sein seine ihr ihre unser unsere dieser diese beide zwei drei mehrere"),
            Set("hat hatte haben hatten habe wird wurde wurden werden ist war sei"),
            Set("wie als nachdem während weil da ob dass wenn"),
            Set("und aber doch denn sondern"),
            Set("sei seien habe werde könne müsse solle wolle dürfe gebe drohe gehe bestehe komme stehe möge hätten würden"),
            Set("angaben ansicht meinung auffassung aussage aussagen einschätzung darstellung bericht berichten worten"),
            VerbSecond: true
        );

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
