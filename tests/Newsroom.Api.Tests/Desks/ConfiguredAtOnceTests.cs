using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Desks;

/// <summary>Several people configure the same thing at the same time, and no request fails.</summary>
public class ConfiguredAtOnceTests(Newsroom newsroom)
{
    private const int Many = 12;

    [Fact]
    public async Task Descriptions_of_one_person_and_one_desk_are_all_accepted()
    {
        var root = newsroom.As("root", Role.Admin);
        var people = Enumerable
            .Range(0, Many)
            .Select(i => root.PutAsync("/people/at-once", $$"""{"name":"At once {{i}}","roles":["editor"]}"""));
        var desks = Enumerable.Range(0, Many).Select(i => root.PutAsync("/desks/at-once", new { name = $"At once {i}", language = "en" }));
        foreach (var answer in await Task.WhenAll(people.Concat(desks)))
        {
            answer.Status.ShouldBeOneOf(200, 201);
        }
    }

    [Fact]
    public async Task A_speaker_is_registered_once_and_sealed_as_often_as_asked()
    {
        var rita = newsroom.As("rita", Role.Reporter);
        var registered = await Task.WhenAll(
            Enumerable.Range(0, Many).Select(_ => rita.PostAsync("/speakers/register-speaker", new { id = "at-once", name = "At once" }))
        );
        registered.Select(a => a.Status).Order().ShouldBe([201, .. Enumerable.Repeat(422, Many - 1)]);
        foreach (
            var answer in await Task.WhenAll(
                Enumerable.Range(0, Many).Select(i => rita.PostAsync("/speakers/at-once/seal-identity", new { identity = $"Somebody {i}" }))
            )
        )
        {
            answer.Is(200);
        }
    }
}
