using System.Net;
using AngleSharp.Dom;
using Newsroom.Domain.Kernel;

namespace Newsroom.Console.Tests.Managing;

public sealed class ErasuresPageTests(ConsoleHost host)
{
    private const string Request = "form[aria-label='Request an erasure']";

    private const string Which = "Which: the speaker, the event of the check (or one piece of it as event/0), or the person";

    [Fact]
    public async Task Legal_requests_an_erasure_and_a_chief_editor_decides_it_from_their_work()
    {
        var subject = await SealedSpeakerAsync("Wendel of the ferry");
        using var petra = await Visitor.OfAsync(host, "Petra Vance");
        await petra.OpenAsync("/");
        await petra.FollowAsync("Erasures");
        petra.Fill("What is erased", "identity");
        petra.Fill(Which, subject);
        petra.Fill("Legal basis", "GDPR <article 17>");
        petra.Fill("Reason", "She asked for it.", within: Request);
        await petra.PressAsync("Request");
        petra.TextOf("[role=status]").ShouldContain("Request erasure: done.");
        petra.Main.ShouldContain("GDPR <article 17>");
        await petra.PressAsync(ButtonOf(petra, $"Erase {subject}"));
        petra.Status.ShouldBe(HttpStatusCode.Forbidden);

        using var hedda = await Visitor.OfAsync(host, "Hedda Quill");
        await hedda.OpenAsync("/");
        await hedda.FollowAsync(hedda.Page.QuerySelector("a[href*='/erasures#']").ShouldNotBeNull());
        await hedda.PressAsync(ButtonOf(hedda, $"Erase {subject}"));
        hedda.Main.ShouldContain($"Identity {subject}: carried out");
    }

    [Fact]
    public async Task An_erasure_is_turned_down_with_a_reason_and_a_refused_request_keeps_what_was_written()
    {
        var subject = await SealedSpeakerAsync("Wendel of the pier");
        using var petra = await OpenAsync("Petra Vance");
        petra.Fill(Which, subject);
        petra.Fill("Legal basis", "GDPR");
        await petra.PressAsync("Request");
        petra.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        petra.ValueOf(Which).ShouldBe(subject);
        petra.Fill("Reason", "Asked by letter.", within: Request);
        await petra.PressAsync("Request");

        using var hedda = await OpenAsync("Hedda Quill");
        var reject = ButtonOf(hedda, $"Reject the erasure of {subject}");
        hedda.Fill("Reason", "The law does not ask for it.", within: $"#{reject.Closest("section")!.Id}");
        await hedda.PressAsync(reject);
        hedda.Main.ShouldContain("The law does not ask for it.");
    }

    [Fact]
    public async Task Others_do_not_read_erasures()
    {
        using var kit = await OpenAsync("Kit Oyelaran");
        kit.Status.ShouldBe(HttpStatusCode.Forbidden);
        await kit.OpenAsync("/");
        kit.Page.QuerySelector("a[href$='/erasures']").ShouldBeNull();
    }

    private static IElement ButtonOf(Visitor visitor, string form) =>
        visitor.Page.QuerySelector($"form[aria-label='{form}'] button").ShouldNotBeNull();

    private async Task<string> SealedSpeakerAsync(string name)
    {
        var speaker = new { name, identity = "Wendela Roos" };
        var registered = await host.SendAsync(HttpMethod.Post, "/speakers/register-speaker", "ana", Role.Editor, speaker);
        return registered["id"]!.GetValue<string>();
    }

    private async Task<Visitor> OpenAsync(string person)
    {
        var visitor = await Visitor.OfAsync(host, person);
        await visitor.OpenAsync("/erasures");
        return visitor;
    }
}
