using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class NoteSpecs
{
    [Fact]
    public void A_person_on_the_story_adds_a_note() =>
        Given(Drafted(), Attributed())
            .When(new AddNote("Is that the tape?") { MustResolve = true, Passage = "q1" }, by: Femi)
            .Then(new NoteAdded("n1", "Is that the tape?", true, "q1"))
            .And(s => s.Story.Notes.ShouldBe([new Note("n1", "femi", "Is that the tape?", true, "q1", Start.AddMinutes(2))]));

    [Fact]
    public void Notes_are_rendered_as_sentences() =>
        Given(Drafted())
            .When(new AddNote("Call her.") { MustResolve = true }, by: Ed)
            .Then("{ed} added note n1, to be resolved before publication: “Call her.”")
            .When(new AddNote("Nice."), by: Lea)
            .Then("{lea} added note n2: “Nice.”")
            .When(new ResolveNote("n1"), by: Ed)
            .Then("{ed} resolved note n1");

    [Fact]
    public void A_reporter_not_on_the_story_does_not() =>
        Given(Drafted(), Noted())
            .When(new AddNote("I know better."), by: Rob)
            .ThenRefused("not-on-the-story", RefusalKind.Forbidden)
            .When(new ResolveNote("n1"), by: Rob)
            .ThenRefused("not-on-the-story", RefusalKind.Forbidden);

    [Fact]
    public void A_note_says_something() => Given(Drafted()).When(new AddNote(" \n"), by: Rita).ThenRefused("text-required");

    [Fact]
    public void A_note_on_a_passage_the_story_does_not_have_is_refused() =>
        Given(Drafted()).When(new AddNote("Who?") { Passage = "q1" }, by: Rita).ThenRefused("unknown-passage", RefusalKind.NotFound);

    [Fact]
    public void Every_person_on_the_story_can_resolve_a_note() =>
        Given(Drafted(), Noted(by: Ed))
            .When(new ResolveNote("n1"), by: Rita)
            .Then(new NoteResolved("n1"))
            .And(s => s.Story.Notes.ShouldBeEmpty());

    [Fact]
    public void One_that_must_be_resolved_only_its_writer_or_an_editor() =>
        Given(Drafted(), Noted(mustResolve: true, by: Femi), Noted(mustResolve: true, by: Femi))
            .When(new ResolveNote("n1"), by: Rita)
            .ThenRefused("not-the-writer", RefusalKind.Forbidden)
            .When(new ResolveNote("n1"), by: Femi)
            .Then(typeof(NoteResolved))
            .When(new ResolveNote("n2"), by: Ed)
            .Then(typeof(NoteResolved));

    [Fact]
    public void A_note_that_is_not_open_is_not_found() =>
        Given(Drafted(), Noted(), Asked(new ResolveNote("n1"), Ed))
            .When(new ResolveNote("n1"), by: Ed)
            .ThenRefused("unknown-note", RefusalKind.NotFound);

    [Fact]
    public void No_number_is_given_twice() =>
        Given(Drafted(), Noted(), Asked(new ResolveNote("n1"), Ed))
            .When(new AddNote("Again."), by: Ed)
            .Then(new NoteAdded("n2", "Again.", false, null));

    [Fact]
    public void A_spiked_story_takes_notes() =>
        Given(Drafted(), Noted(), Spiked())
            .When(new AddNote("A pity."), by: Rita)
            .Then(typeof(NoteAdded))
            .When(new ResolveNote("n1"), by: Rita)
            .Then(typeof(NoteResolved));
}
