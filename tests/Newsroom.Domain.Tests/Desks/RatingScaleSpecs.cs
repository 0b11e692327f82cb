using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Desks;

/// <summary>Rating scales of desks.</summary>
public sealed class RatingScaleSpecs
{
    [Fact]
    public void A_rating_scale_has_two_to_ten_different_names()
    {
        Scale().ShouldBeNull("the default scale");
        Scale("No", "Yes").ShouldBeNull();
        Scale([.. Enumerable.Range(1, 10).Select(n => $"{n}")]).ShouldBeNull();
        string[] eleven = [.. Enumerable.Range(1, 11).Select(n => $"{n}")];
        foreach (var wrong in new string[][] { ["Yes"], eleven, ["Yes", "yes "], ["Yes", " "] })
        {
            Scale(wrong)!.Code.ShouldBe("rating-scale");
        }

        var desk = new Desk("city", "City", "en") { Ratings = ["No", "Yes"] };
        DeskDecider
            .Decide(desk, new DefineDesk("City", "en") { Ratings = ["No", "Yes"] }, new DeskContext("city", Adi))
            .Events.ShouldBeEmpty();
        DeskDecider.Decide(desk, new DefineDesk("City", "en"), new DeskContext("city", Adi)).Events.ShouldHaveSingleItem();
        new Desk("city", "City", "en").Scale.ShouldBe(["False", "Mostly false", "Mixed", "Mostly true", "True"]);

        static Refusal? Scale(params string[] ratings) =>
            DeskDecider.Decide(null, new DefineDesk("City", "en") { Ratings = [.. ratings] }, new DeskContext("city", Adi)).Refusal;
    }
}
