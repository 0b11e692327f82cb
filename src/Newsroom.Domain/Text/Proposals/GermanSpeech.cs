using static Newsroom.Domain.Text.Proposals.SpeechWords;

namespace Newsroom.Domain.Text.Proposals;

/// <summary>The words by which German attributes speech.</summary>
internal static class GermanSpeech
{
    /// <summary>The table.</summary>
    public static SpeechWords Words { get; } =
        new(
            Set(
                """
                ahnt ahnte ahnten analysiert analysierte analysierten angab angaben angekündigt angemerkt angeprangert angibt animiert
                animierte animierten ankündigte anmerkte antwortet antwortete antworteten appelliert appellierte appellierten
                applaudiert applaudierte applaudierten argumentiert argumentierte argumentierten attackiert attackierte attackierten
                attestiert attestierte attestierten ausführte ausgeführt aussprach bat baten beanstandet beanstandete beanstandeten
                bedauert bedauerte bedauerten befahl befahlen   befehlt befehlte befehlten  befohlen befürchtet
                befürchtete befürchteten begann begründet begründete begründeten begrüßt begrüßte begrüßten beharrt beharrte beharrten
                behauptet behauptete behaupteten beichtet beichtete beichteten bekannt bekannte bekannten bekennt beklagt beklagte
                beklagten bekrittelt bekrittelte bekrittelten bekräftigt bekräftigte bekräftigten bemerkt bemerkte bemerkten bemängelt
                bemängelte bemängelten berichtet berichtete berichteten berichtetet berichtetete berichteteten beschied beschieden
                beschreibt beschrieb beschrieben beschuldigt beschuldigte beschuldigten beschwichtigt beschwichtigte beschwichtigten
                beschwor beschworen beschwört besprach    bestreitet bestritt bestritten bestätigt
                bestätigte bestätigten beteuert beteuerte beteuerten betont betonte betonten bettelt bettelte bettelten beweist bewies
                bewiesen bezeichnet bezeichnete bezeichneten bezweifelt bezweifelte bezweifelten bilanziert bilanzierte bilanzierten
                bittet bittete bitteten brandmarkt brandmarkte brandmarkten brummt brummte brummten brüllt brüllte brüllten
                charakterisiert charakterisierte charakterisierten   dankt dankte dankten definiert definierte
                definierten deklariert deklarierte deklarierten dementiert dementierte dementierten  deutet deutete deuteten
                diagnostiziert diagnostizierte diagnostizierten differenziert differenzierte differenzierten donnert donnerte
                donnerten doziert dozierte dozierten droht drohte drohten drängt drängte drängten eingeräumt eingestand eingewandt
                einräumte einwandte empfahl empfahlen empfehlt empfehlte empfehlten empfiehlt empfohlen empört empörte empörten
                entgegnet entgegnete entgegneten enthüllt enthüllte enthüllten entschuldigt entschuldigte entschuldigten ergänzt
                ergänzte ergänzten   erinnert erinnerte erinnerten erklärend erklärt erklärte erklärten erkundigt
                erkundigte erkundigten erläutert erläuterte erläuterten ermahnt ermahnte ermahnten ermuntert ermunterte ermunterten
                ermuntertet ermuntertete ermunterteten ermutigt ermutigte ermutigten ersucht ersuchte ersuchten erwartet erwartete
                erwarteten erwidert erwiderte erwiderten erzählt erzählte erzählten   fasst fasste fassten feiert feierte
                feierten festgestellt feststellte  flehent flehente flehenten fleht flehte flehten flüstert flüsterte flüsterten
                folgert folgerte folgerten fordert forderte forderten formuliert formulierte formulierten fragt fragte fragten freut
                freute freuten frohlockt frohlockte frohlockten frotzelt frotzelte frotzelten fuhr fuhren funkt funkte funkten fährt
                fügt fügte fügten führt führte führten fürchtet fürchtete fürchteten gab gaben geahnt geantwortet gebeten gebittet
                gebrandmarkt gebrummt gebrüllt  gedankt gedeutet gedonnert gedroht gedrängt geempfehlt geempört geflehent
                gefleht geflüstert gefolgert gefordert gefragt gefreut gefrohlockt gefrotzelt gefunkt gefürchtet gegeißelt gegiftet
                gegiftetet geglaubt geheißen gehofft gehuldigt gehöhnt geißelt geißelte geißelten gejammert gejubelt gekeift gekichert
                geklagt geknurrt gekontert gekontrastet gekreischt gelacht gelobt gelästernt gelästert gemahnt gemailt gemeint
                gemeldet gemurmelt gemutmaßt gemutmaßtet geoffenbart georakelt geordnet geplaudert gepocht gepochtet gepolternt
                gepoltert gepostet gepostult geprahlt gepreist gepriesen geprophezeit geraten gerechnet gerechtfertigt gerufen gerügt
                gerühmt gesagt gescherzt geschildert geschimpft geschlossen geschluchzt geschlussfolgert geschreit geschrieben
                geschworen geschwärmt geschätzt geseufzt gesimstet gesorgt gespottet gesprochen gestammelt gestand gestanden gesteht
                 gestichelt gestottert gestöhnt getadelt getitelt getröstet getweetet getwittert geurteilt gewarnt geweint
                gewertet gewettert gewiederholt gewitzelt gewundert gewünscht gewürdigt gezetert gezweifelt geärgert geätzt geäußert
                gibt giftet giftete gifteten giftetet giftetete gifteteten glaubt glaubte glaubten gratuliert gratulierte gratulierten
                hebt heißt hervorgehoben hervorhob hielt hielten hieß hießen hinterfragt hinterfragte hinterfragten hinweist hinwies
                hinwiesen hinzufügte hinzugefügt hob hoben hofft hoffte hofften honoriert honorierte honorierten huldigt huldigte
                huldigten hält höhnt höhnte höhnten illustriert illustrierte illustrierten informiert informierte informierten
                insistiert insistierte insistierten instruiert instruierte instruierten interpretiert interpretierte interpretierten
                ironisiert ironisierte ironisierten jammert jammerte jammerten jubelt jubelte jubelten kalkuliert kalkulierte
                kalkulierten kannte keift keifte keiften kichert kicherte kicherten klagt klagte klagten klargestellt klarstellte
                knurrt knurrte knurrten kolportiert kolportierte kolportierten kommandiert kommandierte kommandierten kommentiert
                kommentierte kommentierten konkretisiert konkretisierte konkretisierten konstatiert konstatierte konstatierten kontert
                konterte konterten kontrastet kontrastete kontrasteten korrigiert korrigierte korrigierten kreidete kreideten kreischt
                kreischte kreischten kritisiert kritisierte kritisierten kündigt kündigte kündigten lacht lachte lachten lauten lautet
                lautete lauteten   lehnt lehnte lehnten leugnet leugnete leugneten ließ lobt lobte lobten log lud lästernt
                lästernte lästernten lästert lästerte lästerten lügt mahnt mahnte mahnten mailt mailte mailten manifestiert
                manifestierte manifestierten meinen meinend meint meinte meinten melden meldet meldete meldeten merkte merkten
                missbilligt missbilligte missbilligten mitgeteilt mitteilte mitteilten moniert monierte monierten motiviert motivierte
                motivierten murmelt murmelte murmelten mutmaßt mutmaßte mutmaßten mutmaßtet mutmaßtete mutmaßteten nachlegte nannte
                nannten nennt notiert notierte notierten offenbart offenbarte offenbarten opponiert opponierte opponierten orakelt
                orakelte orakelten ordnet ordnete ordneten pflichtete pflichteten philosophiert philosophierte philosophierten
                plaudert plauderte plauderten plädiert plädierte plädierten pocht pochte pochten pochtet pochtete pochteten
                polemisiert polemisierte polemisierten polternt polternte polternten poltert polterte polterten postet postete
                posteten postuliert postulierte postulierten postult postulte postulten prahlt prahlte prahlten prangerte prangerten
                preist preiste preisten pries priesen prognostiziert prognostizierte prognostizierten proklamiert proklamierte
                proklamierten propagiert propagierte propagierten prophezeit prophezeite prophezeiten protestiert protestierte
                protestierten präzisiert präzisierte präzisierten    quittiert quittierte quittierten
                reagiert reagierte reagierten rechnet rechnete rechneten rechtfertigt rechtfertigte rechtfertigten referiert
                referierte referierten rekapituliert rekapitulierte rekapitulierten relativiert relativierte relativierten resümiert
                resümierte resümierten revidiert revidierte revidierten rief riefen riet rieten ruft räsoniert räsonierte räsonierten
                rät räumt räumte räumten rügt rügte rügten rühmt rühmte rühmten sagt sagte sagten sah sahen scherzt scherzte scherzten
                schildert schilderte schilderten schimpft schimpfte schimpften schließt schloss schlossen schluchzt schluchzte
                schluchzten   schlussfolgert schlussfolgerte schlussfolgerten schreibt schreit schreite schreiten schrie
                schrieb schrieben schrien schwor schworen schwärmt schwärmte schwärmten schwört schätzt schätzte schätzten seufzt
                seufzte seufzten sicherte sieht signalisiert signalisierte signalisierten simstet simstete simsteten sinniert
                sinnierte sinnierten skandiert skandierte skandierten sorgt sorgte sorgten spekuliert spekulierte spekulierten
                spezifiziert spezifizierte spezifizierten spottet spottete spotteten sprach sprachen spricht stammelt stammelte
                stammelten statuiert statuierte statuierten stellt stellte stellten stichelt stichelte stichelten  
                stottert stotterte stotterten strich strichen stöhnt stöhnte stöhnten summiert summierte summierten tadelt tadelte
                tadelten taxiert taxierte taxierten teilt teilte teilten telefoniert telefonierte telefonierten titelt titelte
                titelten tröstet tröstete trösteten tweetet tweetete tweeteten twittert twitterte twitterten unterrichtet
                unterrichtete unterrichteten unterstellt unterstellte unterstellten unterstreicht unterstrich unterstrichen urteilt
                urteilte urteilten veranschaulicht veranschaulichte veranschaulichten veranschlagt veranschlagte veranschlagten verbat
                verbittet verdammt verdammte verdammten verdeutlicht verdeutlichte verdeutlichten    verhieß
                verhießen verhöhnt verhöhnte verhöhnten verkündet verkündete verkündeten verlangt verlangte verlangten verlautbart
                verlautbarte verlautbarten verlautete verlauteten vermeldet vermeldete vermeldeten vermutet vermutete vermuteten
                verschwieg versichert versicherte versicherten verspottet verspottete verspotteten versprach versprachen verspricht
                versprochen verstand verstehen verteidigt verteidigte verteidigten verurteilt verurteilte verurteilten verwarnt
                verwarnte verwarnten verweist verwies verwiesen    vorgeschlagen
                vorgeworfen vorschlug vorwarf wandte wandten warf warfen warnt warnte warnten weint weinte weinten weist  wendet
                wertet wertete werteten wettert wetterte wetterten widersetzt widersetzte widersetzten widersprach widersprachen
                widerspricht widersprochen wiederholt wiederholte wiederholten wies wiesen wirft witzelt witzelte witzelten wollte
                wundert wunderte wunderten   wünscht wünschte wünschten würdigt würdigte würdigten zeigte zetert zeterte
                zeterten zitieren zitiert zitierte zitierten zugab zugaben zusammenfasste zusammengefasst zweifelt zweifelte
                zweifelten ärgert ärgerte ärgerten ätzt ätzte ätzten äußert äußerte äußerten
                """
            ),
            Set("laut so gemäß zufolge zitat"),
            Set("er sie es wir ich man wer beide einer eine andere viele einige"),
            Set(
                """
                abends aber abermals abschließend allerdings anderem andererseits anschließend auch außerdem bald bereits besonders
                bisher bislang dabei dafür dagegen daher damals damit danach daneben dann daran darauf daraufhin daraus darin darum
                darunter darüber davon davor dazu demnach dennoch derweil deshalb deswegen deutlich doch dort eben ebenda ebenfalls
                ebenso einerseits einleitend endlich entsprechend ergänzend erneut etwa ferner fest folglich früher gar gegenüber
                gestern gleichzeitig habe haben hat hatte hatten heftig heraus heute hier hierbei hierzu hinaus hingegen hinzu
                immerhin indes indessen insbesondere insgesamt inzwischen ist jedoch jetzt jüngst klar kürzlich lediglich letztlich
                los mittags mittlerweile morgens nach nachher negativ noch nochmals nun nur nämlich offen offenbar passend positiv
                rückblickend scharf schließlich schon selbst sich sofort sogar somit später trotzdem unter unterdessen ursprünglich
                vielleicht vielmehr vor voraus vorher war warum weiter weiterhin wieder wiederum wird wohl worden wurde wörtlich zudem
                zuerst zugleich zuletzt zunächst zurück zusammenfassend zuvor zwar zwischenzeitlich überdies
                """
            ),
            Set(
                """
                ab aber als am an angesichts anhand anlässlich ans anstatt anstelle auf aufgrund aufs aus außer außerhalb bei beim
                bevor bezüglich binnen bis bzw damit dank dass daß dem den denn diesem diesen durch einem einen entgegen entlang falls
                für fürs gegen gegenüber gemäß hinsichtlich hinter ihrem ihren im in infolge inmitten innerhalb ins jenseits laut
                mangels mit mithilfe mittels nach nachdem neben ob oberhalb obwohl oder ohne per seinem seinen seit seitens sobald
                sofern solange sowie statt trotz um und ungeachtet unter unterhalb unweit via vom von vor wegen weil welche welcher
                wenn wider wie wo während zu zufolge zugunsten zum zur zwecks zwischen über übers
                """
            ),
            Set("des der vom von für"),
            Set("der die das ein eine sein seine ihr ihre unser unsere dieser diese beide zwei drei mehrere"),
            Set("hat hatte haben hatten habe wird wurde wurden werden ist war sei"),
            Set("wie als nachdem während weil da ob dass wenn"),
            Set("und aber doch denn sondern"),
            Set("sei seien habe werde könne müsse solle wolle dürfe gebe drohe gehe bestehe komme stehe möge hätten würden"),
            Set(
                """
                angaben ansicht meinung auffassung aussage aussagen einschätzung darstellung darstellungen bericht berichten worten
                überzeugung erkenntnissen informationen ansichten einschätzungen ankündigung mitteilung schilderung sichtweise
                """
            ),
            Set(""),
            VerbSecond: true
        );
}
