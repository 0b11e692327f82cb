namespace Newsroom.Domain.Tests.Text.Quotations;

/// <summary>Titles, names and mottos recognised by their sentence and their form.</summary>
public sealed class QuotationNamingSpecs
{
    [Theory]
    [InlineData("de", "Der Titel der Ausstellung lautet „Weit ist der Weg zum Hafen“.", QuotationProposal.Motto)]
    [InlineData("de", "Das neue Album heißt „Weit ist der Weg zum Hafen“.", QuotationProposal.Work)]
    [InlineData("de", "Motto des Hafentags: „Gemeinsam stehen wir am Ufer“", QuotationProposal.Motto)]
    [InlineData("de", "„Weit ist der Weg zum Hafen“ heißt der neue Film.", QuotationProposal.Work)]
    [InlineData("de", "„Gemeinsam stehen wir am Ufer“, so das Motto des Tages.", QuotationProposal.Motto)]
    [InlineData("de", "Die neue Bezeichnung wird „Hafen und Deich Ellery“ lauten.", QuotationProposal.Term)]
    [InlineData("en", "The title of the film is “A river runs past the door”.", QuotationProposal.Motto)]
    [InlineData("en", "“A river runs past the door” is the title.", QuotationProposal.Motto)]
    [InlineData("fr", "Le titre du film est « Une digue pour le vieux port ».", QuotationProposal.Motto)]
    [InlineData("es", "El lema es «Un muelle para toda la ciudad».", QuotationProposal.Motto)]
    [InlineData("nl", "Het motto luidt “Samen staan wij aan de kade”.", QuotationProposal.Motto)]
    public void A_verb_gives_them_to_a_noun(string language, string text, QuotationProposal proposal) =>
        Proposed(language, text).ShouldBe(proposal);

    [Theory]
    [InlineData("de", "In der Partei heißt es „Weit ist der Weg zum Hafen“.")]
    [InlineData("de", "Die Antwort der Partei lautete: „Wir bauen die Mauer noch heute.“")]
    [InlineData("de", "Die Parole hieß „Keine Mauer in unserem Hafen“.")]
    [InlineData("de", "„Wir bauen die Mauer noch heute“, so die Partei.")]
    [InlineData("de", "„Wir bauen die Mauer noch heute“, hieß es in der Partei.")]
    [InlineData("en", "“We will build the wall here” is all the mayor said.")]
    [InlineData("en", "The answer of the party is: “We will build the wall here.”")]
    [InlineData("fr", "La réponse du parti est : « Nous bâtirons le mur ici. »")]
    [InlineData("nl", "Het antwoord luidt: “Wij bouwen de muur nog voor de winter.”")]
    public void An_answer_is_speech(string language, string text) => Proposed(language, text).ShouldBeNull();

    [Theory]
    [InlineData("de", "Der Verein ist bekannt als „Bund der Freunde des Deichs“.", QuotationProposal.Name)]
    [InlineData("de", "Der Autor von „Weit ist der Weg zum Hafen“ kam.", QuotationProposal.Work)]
    [InlineData("de", "Sie sang „Weit ist der Weg zum Hafen“ zum Abschied.", QuotationProposal.Work)]
    [InlineData("de", "Fünf Vorträge waren zu hören, darunter „Ratten am alten Deich von Ellery“.", QuotationProposal.Name)]
    [InlineData("de", "Der Verein (FAH) „Freunde alter Häfen im Norden“ kam.", QuotationProposal.Name)]
    [InlineData("de", "Es gab das Lied „Nein! Wir gehen nicht vom Hafen“ zum Schluss.", QuotationProposal.Work)]
    [InlineData("de", "Der Abend hat „Gemeinsam stehen wir am Ufer“ zum Thema.", QuotationProposal.Motto)]
    [InlineData("de", "Das Hauptthema war „Gemeinsam stehen wir am Ufer“.", QuotationProposal.Motto)]
    [InlineData("de", "Das Orchester spielte „Weit ist der Weg zum Hafen“ zweimal.", QuotationProposal.Work)]
    [InlineData("en", "The band performed “Give me back my little boat” twice.", QuotationProposal.Work)]
    [InlineData("de", "Ihr neuer Roman, „Nebel über dem alten Hafen“, liegt vor.", QuotationProposal.Work)]
    [InlineData("de", "Es lief der Film von Ada Berg „Nebel über dem alten Hafen“ im Saal.", QuotationProposal.Work)]
    [InlineData("en", "Her new novel, “Fog over the old harbour”, is out.", QuotationProposal.Work)]
    [InlineData("en", "They showed the film by Ada Berg “Fog over the old harbour” twice.", QuotationProposal.Work)]
    [InlineData("de", "Bester Film: „Weit hinter dem alten Deich“", QuotationProposal.Work)]
    [InlineData("de", "Die „Mauern weg vom Hafen“-Kampagne begann.", QuotationProposal.Name)]
    [InlineData("de", "Es begann die Kampagne „Wir sind der neue Hafen“ mit Musik.", QuotationProposal.Name)]
    [InlineData("en", "The group is known as “Friends of the old harbour and its rats”.", QuotationProposal.Name)]
    [InlineData("en", "She starred in “A river runs past the door” last year.", QuotationProposal.Work)]
    [InlineData("en", "They gave three talks, including “Rats of the old harbour in winter”.", QuotationProposal.Name)]
    [InlineData("nl", "De schrijver van “Een dijk voor de oude haven” kwam.", QuotationProposal.Work)]
    [InlineData("es", "El grupo es conocido como «Amigos del viejo puerto y sus ratas».", QuotationProposal.Name)]
    [InlineData("fr", "L'auteur de « Une digue pour le vieux port » est venu.", QuotationProposal.Work)]
    public void A_phrase_before_or_behind_names_them(string language, string text, QuotationProposal proposal) =>
        Proposed(language, text).ShouldBe(proposal);

    [Theory]
    [InlineData("de", "Berg ist bekannt als „ein Freund der alten Leute“.")]
    [InlineData("de", "Er sprach von „Weit ist der Weg zum Hafen“.")]
    [InlineData("de", "Sie riefen Parolen, darunter „Mauern weg vom Hafen“.")]
    [InlineData("de", "Die Zeitung: „Weit hinter dem alten Deich“")]
    [InlineData("de", "Man hörte „Mauern weg vom Hafen“-Rufe.")]
    [InlineData("en", "In the film, “We will build it here,” he says.")]
    [InlineData("en", "She wrote in her novel, “Fog over the old harbour”.")]
    [InlineData("de", "Über den Film von Ada Berg sagte Femi „Nebel über dem alten Hafen“.")]
    [InlineData("de", "Ada Berg (46) „Wir bauen den neuen Hafen“.")]
    [InlineData("de", "Sie sagte über die Aktion „Nein! Wir gehen nicht vom Hafen“.")]
    [InlineData("de", "Er wählte „wir bauen den neuen Hafen“ zum Abschied.")]
    [InlineData("de", "Das Orchester spielte „wie von allen guten Geistern verlassen“.")]
    [InlineData("de", "Er schrieb auf der Plattform „Wir sind der neue Hafen“ dazu.")]
    [InlineData("de", "Sie warf den Mitgliedern „Neue Ratten in den alten Häfen“ vor.")]
    [InlineData("de", "Sprüche wie zum Beispiel „Keine Mauer vor dem Hafen“ standen da.")]
    [InlineData("en", "He is known as “a friend of the old harbour”.")]
    [InlineData("en", "There were chants, including “No more walls in our town”.")]
    public void Cries_opinions_and_posts_are_speech(string language, string text) => Proposed(language, text).ShouldBeNull();

    [Theory]
    [InlineData("de", "Er war Gast beim „2. Deutschen Hafenkongress der Länder am Meer“.", QuotationProposal.Name)]
    [InlineData("de", "Es zahlt der „Deichbau am Meer GmbH“ genannte Betrieb.", QuotationProposal.Name)]
    [InlineData("de", "Es half die „Hilfe für Ratten e.V.“ aus Ellery.", QuotationProposal.Name)]
    [InlineData("de", "Auch „Hilfe für alte Häfen“, kurz HAH, war da.", QuotationProposal.Name)]
    [InlineData("de", "Sie wurde „Hafenmeisterin des Jahres 2019 im Norden des Jahres“.", QuotationProposal.Name)]
    [InlineData("de", "Nach einem „Gesetz zur Erhaltung alter Deiche“ ist es verboten.", QuotationProposal.Name)]
    [InlineData("de", "Man traf sich beim „Bund der Freunde des Deichs“.", QuotationProposal.Name)]
    [InlineData("de", "Das Kinderheim „Sonne über dem alten Deich“ wird erweitert.", QuotationProposal.Name)]
    [InlineData("de", "Es gehört der „hafenwerk und Deich Ellery Betriebsgesellschaft“ allein.", QuotationProposal.Name)]
    [InlineData(
        "de",
        "Gelesen wurde „Der Hafen von Ellery und seine Bedeutung für die Wirtschaft der alten "
            + "Küste im Jahrhundert der Dampfer“ im Saal.",
        QuotationProposal.Work
    )]
    [InlineData("en", "It was signed by “Friends of harbour rats Ltd.” in May.", QuotationProposal.Name)]
    [InlineData("en", "She won at the “22nd Harbour games of the north” again.", QuotationProposal.Name)]
    [InlineData("en", "It became “Harbour town of the Year” again.", QuotationProposal.Name)]
    [InlineData("en", "It went to “Friends of harbour rats (FHR)” in May.", QuotationProposal.Name)]
    [InlineData("fr", "Elle a gagné les “Amis du Port et de la Mer” hier.", QuotationProposal.TitleCase)]
    [InlineData("es", "Vino de “Amigos del Puerto y de la Mar” ayer.", QuotationProposal.TitleCase)]
    public void Names_are_recognised_by_how_they_are_written(string language, string text, QuotationProposal proposal) =>
        Proposed(language, text).ShouldBe(proposal);

    [Theory]
    [InlineData("de", "Er sagte, „2. Ratten sind hier nicht das Problem“.")]
    [InlineData("de", "Sie sprach von einem „Gesetz gegen alle alten Leute“.")]
    [InlineData("de", "Der Preis diene dem „Erhalt der alten Häfen im Land“.")]
    [InlineData("de", "Er warnte vor dem „Ende der alten Häfen im Land“.")]
    [InlineData("de", "Die Ministerin sieht in dem Hafen „Gefahren für Leib und Leben“.")]
    [InlineData("de", "Es gehört der „gierigen und faulen Betriebsgesellschaft“ allein.")]
    [InlineData(
        "de",
        "Zu hören war „Der Hafen von Ellery ist für die Wirtschaft der alten Küste seit dem "
            + "Jahrhundert der Dampfer von Bedeutung“ im Saal."
    )]
    [InlineData("en", "He said “the Harbour Ltd. has broken the law”.")]
    public void Partial_quotations_are_not(string language, string text) => Proposed(language, text).ShouldBeNull();

    [Theory]
    [InlineData("de", "Zu sehen war sie in „Die Ratten kommen am Abend wieder“ von 2001.", QuotationProposal.Work)]
    [InlineData("de", "Danach lief „Der lange Weg zum alten Hafen“ im Kino.", QuotationProposal.Work)]
    [InlineData("de", "Danach lief „Ellery – Geschichte einer Stadt am Meer“ im Kino.", QuotationProposal.Work)]
    [InlineData("en", "He played a sailor in “The harbour is a lonely place” for years.", QuotationProposal.Work)]
    [InlineData("nl", "Zij speelde in “De haven is een stille plek” mee.", QuotationProposal.Work)]
    [InlineData("fr", "Il jouait dans « Le port est un lieu de silence » jadis.", QuotationProposal.Work)]
    [InlineData("es", "Actuó en «El puerto es un lugar de paz» hace años.", QuotationProposal.Work)]
    public void A_capital_article_amid_a_sentence_begins_a_title(string language, string text, QuotationProposal proposal) =>
        Proposed(language, text).ShouldBe(proposal);

    [Theory]
    [InlineData("de", "Sie rief „Der lange Weg zum alten Hafen“ in den Saal.")]
    [InlineData("de", "Berg: „Der lange Weg zum alten Hafen“")]
    [InlineData("de", "Danach war „Der Hafen ist am Ende“ zu hören.")]
    [InlineData("de", "„Ein schwarzer Tag für den Hafen“, sagte Berg.")]
    [InlineData("en", "He added “The harbour is a lonely place” and left.")]
    [InlineData("nl", "Zij zei “De haven is een stille plek” en ging.")]
    [InlineData("fr", "Il a dit « Le port est un lieu de silence » hier.")]
    [InlineData("es", "Dijo «El puerto es un lugar de paz» ayer.")]
    public void Speech_is_not_proposed(string language, string text) => Proposed(language, text).ShouldBeNull();

    [Theory]
    [InlineData("de", "Der Chor eröffnete das Kinderheim „Sonne über dem alten Deich“ mit Liedern.", QuotationProposal.Name)]
    [InlineData("de", "Wie Berg sagte, wurde das Kinderheim „Sonne über dem alten Deich“ erweitert.", QuotationProposal.Name)]
    [InlineData("de", "Man aß in der kleinen Gaststube „Anker am alten Deich“ zu Mittag.", QuotationProposal.Name)]
    [InlineData("de", "Das steht laut „Blatt für Häfen und Deiche“ fest.", QuotationProposal.Name)]
    [InlineData("de", "„Ratten am Ende des Deichs“ gewann den Preis.", QuotationProposal.Name)]
    [InlineData("de", "Sie gründeten damals „Aktion für alte Häfen“ in Ellery.", QuotationProposal.Name)]
    [InlineData("de", "Sie blätterte in ihrem „Handbuch der alten Häfen“ ohne Eile.", QuotationProposal.Name)]
    [InlineData("de", "Er trat bei „Wer baut den besten Hafen?“ auf.", QuotationProposal.Work)]
    [InlineData("de", "Im Saal lief „Ratten am Ende des Deichs“ (2004, Regie: Ada Berg).", QuotationProposal.Work)]
    [InlineData("en", "Next came “Rats at the end of the pier” (directed by Ada Berg).", QuotationProposal.Work)]
    public void Nouns_and_brackets_beside_them_make_names_and_works(string language, string text, QuotationProposal proposal) =>
        Proposed(language, text).ShouldBe(proposal);

    [Theory]
    [InlineData("de", "Sie warf dem Kinderheim „Versagen auf ganzer Linie“ vor.")]
    [InlineData("de", "Das bedeutet für den Hafen „Verlust an Leben und Kraft“ auf Jahre.")]
    [InlineData("de", "Der Deich sei für die Stadt „Segen und Fluch zugleich“ gewesen.")]
    [InlineData("de", "„Versagen auf ganzer Linie“ nannte Berg das.")]
    [InlineData("de", "Wie Berg sagte, sei das Kinderheim „Versagen auf ganzer Linie“ gewesen.")]
    [InlineData("de", "Er forderte eine „Aktion für alte Häfen“ noch heute.")]
    [InlineData("de", "Das Plakat in der Stadt „Mauern weg vom Hafen“ rief sie ab.")]
    [InlineData("de", "Zu hören war „Wir bauen den besten Hafen“ von allen.")]
    [InlineData("en", "Then came “we will build the wall here” (2004).")]
    public void Objects_of_verbs_of_saying_do_not(string language, string text) => Proposed(language, text).ShouldBeNull();

    [Theory]
    [InlineData("Sie gewann damals „Festival du vieux port maritime“ in Ellery.", QuotationProposal.Name)]
    [InlineData("Er spielte mit „Orchestra of harbour workers“ in Ellery.", QuotationProposal.Name)]
    [InlineData("Er reiste zu „Fiesta del viejo puerto“ nach Ellery.", QuotationProposal.Name)]
    [InlineData("Er reiste nach Ellery: „Fiesta del viejo puerto“ dort.", null)]
    [InlineData("Sie rief „Festival du vieux port maritime“ ins Mikrofon.", null)]
    [InlineData("Zu hören war „We speak of harbour rats“ dort.", null)]
    [InlineData("Das ist eine „Stärkung des alten Hafens“ hier.", null)]
    [InlineData("Zu hören war „Nous parlons de la mer“ dort.", null)]
    public void A_foreign_name_amid_a_German_sentence_is_proposed(string text, QuotationProposal? proposal) =>
        Proposed("de", text).ShouldBe(proposal);

    [Theory]
    [InlineData("de", "Ellerys Hamnvänner (deutsch: „die Freunde des alten Hafens“) kamen.")]
    [InlineData("de", "Der Verein (auch „Bund der Freunde des Deichs“) kam.")]
    [InlineData("de", "Die sog. „Ratten vom alten Deich“ kamen.")]
    [InlineData("de", "Sie wurde zur „Botschafterin für alte Häfen“ ernannt.")]
    [InlineData("de", "Er klagte über die neue „alles für den Hafen“-Mentalität.")]
    [InlineData("en", "The Hamnvänner (literally “friends of the old harbour”) came.")]
    [InlineData("nl", "Er kwam een “muren voor alle havens”-campagne.")]
    [InlineData("fr", "Les Hamnvänner (traduction : « les amis du vieux port ») sont là.")]
    public void Words_that_gloss_others_are_terms(string language, string text) =>
        Proposed(language, text).ShouldBe(QuotationProposal.Term);

    [Theory]
    [InlineData("de", "Berg (auf Deutsch: „Wir sind die Freunde des Hafens“) ging.")]
    [InlineData("de", "Er sagte auf Deutsch: „Freunde des alten Hafens“.")]
    [InlineData("de", "Sie wurde zur „Stärkung der alten Häfen“ geholt.")]
    [InlineData("de", "Man hörte „alles für den Hafen“-Rufe.")]
    [InlineData("de", "„Alles für den alten Hafen.“-Berg")]
    [InlineData("en", "He laughed (“friends of the old harbour”) and left.")]
    [InlineData("en", "“All for the old harbour”-Berg")]
    public void Words_that_gloss_nothing_are_not(string language, string text) => Proposed(language, text).ShouldBeNull();

    [Theory]
    [InlineData("Gezeigt wurden „Ratten am Ende des Deichs“, „Nebel über der Stadt“ und „Der Hafen im Sturm“ (1999).", true)]
    [InlineData("Er nannte sie „Ratten am Ende des Deichs“ und „wir wissen, wie schlecht“.", false)]
    public void A_recognised_title_extends_to_those_enumerated_before_it(string text, bool areProposed) =>
        QuotationFinder.Find(text, "de").Select(q => q.Proposal != null).Distinct().ShouldBe([areProposed]);

    [Theory]
    [InlineData("Das Bild ''Ratten am alten Deich'' hing da. „Wir bauen“, sagte Berg.", QuotationProposal.Markup)]
    [InlineData("Er sagte ''Wir sind am alten Deich'' und ging. „Wir bauen“, sagte Berg.", null)]
    [InlineData("Ellery ''Ratten am alten Deich'' hing da.", null)]
    public void Two_apostrophes_are_emphasis_where_other_marks_quote(string text, QuotationProposal? proposal) =>
        QuotationFinder.Find(text, "de").First().Proposal.ShouldBe(proposal);

    private static QuotationProposal? Proposed(string language, string text)
    {
        var found = QuotationFinder.Find(text, language).ShouldHaveSingleItem();
        found.IsTerm(4).ShouldBeFalse();
        return found.Proposal;
    }
}
