using static Newsroom.Domain.Tests.Text.Quotations.Proposals;

namespace Newsroom.Domain.Tests.Text.Quotations;

/// <summary>Titles, names and mottos recognised by the verbs and phrases around them.</summary>
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
    [InlineData("Gezeigt wurden „Ratten am Ende des Deichs“, „Nebel über der Stadt“ und „Der Hafen im Sturm“ (1999).", true)]
    [InlineData("Er nannte sie „Ratten am Ende des Deichs“ und „wir wissen, wie schlecht“.", false)]
    public void A_recognised_title_extends_to_those_enumerated_before_it(string text, bool areProposed) =>
        QuotationFinder.Find(text, "de").Select(q => q.Proposal != null).Distinct().ShouldBe([areProposed]);
}
