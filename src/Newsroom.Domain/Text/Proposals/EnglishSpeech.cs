using static Newsroom.Domain.Text.Proposals.SpeechWords;

namespace Newsroom.Domain.Text.Proposals;

/// <summary>The words by which English attributes speech.</summary>
internal static class EnglishSpeech
{
    /// <summary>The table.</summary>
    public static SpeechWords Words { get; } =
        new(
            Set(
                """
                accused accuses accusing acknowledge acknowledged acknowledges acknowledging added adding adds admits admitted advised
                advises advising affirmed agree agreed agrees allege alleged alleges alleging announce announced announces announcing
                answered applauded applauding applauds argue argued argues arguing asked asking asks assert asserted asserting asserts
                assured attacked began begged believes bemoaned bemoaning bemoans blamed blasted blasting blasts boast boasted
                boasting boasts bragged called calling calls cautioned cautioning cautions challenged chanted chanting characterized
                charged charges chided chimed cited cites claimed claiming claims clarified commented complain complained complaining
                complains concede conceded concedes conceding conclude concluded concludes concluding condemned condemning condemns
                confessed confesses confided confirm confirmed confirming confirms contend contended contending contends continued
                continues countered countering counters cried criticized criticizes criticizing decided declare declared declares
                declaring declined decried defended demanded demands denied denies denounced denounces denouncing deny denying derided
                derides deriding describe described describes describing detailed disclosed dismissed dismisses dismissing disputed
                dubbed dubbing dubs elaborated emphasize emphasized emphasizes emphasizing enthused estimated exclaimed exclaims
                explain explained explaining explains expressed fumed gushed hailed hailing hails hinted implied implies implored
                imply implying indicated informed insist insisted insisting insists instructed interjected intoned issued joke joked
                jokes joking jokingly labeled labeling labels lambasted lambastes lambasting lamented lamenting laments lauded lauding
                lauds laughed lectured likened likening likens maintain maintained maintaining maintains mentioned mentioning mentions
                mocked mocking mocks mused muses muttered noted notes noting objected objecting objects observed observes offered
                opined opines ordered outlined phrased pleaded pleading pleads pledged pledging pointed posted praised praising
                predict predicted predicting predicts proclaimed proclaiming promised promises promising pronounced proposed proposing
                protested protesting protests quipped quipping quips quoted quotes railed railing rails ranted reacted read reads
                reasoned recalled recalling recalls recounted recounting recounts referred referring reflected reiterated reiterates
                reiterating rejoined related remarked remarking remembered remind reminded reminding reminds repeated repeating
                repeats replied replies reply replying reported responded responding responds retorted retorts revealed revealing
                reveals ridiculed ridicules ridiculing ripped ripping rips roared said say saying says scoffed scoffing scoffs scolded
                scolding scolds screamed shot shouted shouting shouts shrugged sighed sighs signed slammed slamming slams snapped
                snaps sneered sniped snipes speaking speculated speculates speculating spoke stated states stating stressed stresses
                stressing suggest suggested suggesting suggests summarized summed surmised swore talked talking tell telling tells
                testified testifies testify testifying thinks threaten threatened threatening threatens thundered told tout touted
                touting touts tweeted tweeting typed underscored underscores underscoring urge urged urges urging uttered vented vents
                ventured voiced vow vowed vowing vows warn warned warning warns whined whispered wondered wonders worried worries
                worrying write writes writing wrote yelled yelling
                """
            ),
            Set("according"),
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
            Set(
                """
                minutes hours days weeks months years moments last this next earlier later two three four one monday tuesday wednesday thursday
                friday saturday sunday speaking continuing weighing asked
                """
            ),
            VerbSecond: false
        );
}
