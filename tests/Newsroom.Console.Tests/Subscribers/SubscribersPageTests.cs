using System.Net;
using AngleSharp.Html.Dom;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Console.Tests.Subscribers;

/// <summary>Subscribers, as an admin registers and changes them without scripts.</summary>
public sealed class SubscribersPageTests(ConsoleHost host)
{
    private const string Markup = "Harbour </title><script>alert(1)</script>";

    [Fact]
    public async Task An_admin_registers_changes_pauses_and_removes_a_subscriber()
    {
        using var jonas = await Visitor.OfAsync(host, "Jonas Thrale");
        await jonas.OpenAsync("/");
        await jonas.FollowAsync("Subscribers");
        ValuesOf(jonas, "#subscriber-kinds").ShouldBe(Enum.GetValues<DeliveryKind>().Select(kind => kind.ToKebabCase()));
        ValuesOf(jonas, "#subscriber-format").ShouldBe(Enum.GetValues<DeliveryFormat>().Select(format => format.ToKebabCase()));
        jonas.Fill("Name", Markup);
        jonas.Fill("Address, such as https://example.org/newsroom", "https://user:word@news.example.org");
        jonas.Fill("Id (optional)", "console-news");
        jonas.Fill("Kinds of notice (several with Control; none for all)", "killed");
        await jonas.PressAsync("Register");
        jonas.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        jonas.Refusal.ShouldContain("has no user name, password or fragment");
        jonas.ValueOf("Name").ShouldBe(Markup);
        jonas.ValueOf("Kinds of notice (several with Control; none for all)").ShouldBe("killed");

        jonas.Fill("Address, such as https://example.org/newsroom", "https://news.example.org/in");
        await jonas.PressAsync("Register");
        jonas.TextOf("[role=status]").ShouldContain($"The secret of {Markup} is whsec_");
        await jonas.FollowAsync(Markup);
        jonas.Heading.ShouldBe(Markup);
        jonas.Main.ShouldNotContain("whsec_");
        jonas.Page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
        jonas.Main.ShouldContain("killed; all desks; all languages; json");

        jonas.Fill("Languages, such as en, nb (optional: all)", "nb-no, en");
        await jonas.PressAsync("Change");
        jonas.TextOf(".done").ShouldBe("Change subscriber: done.");
        jonas.Main.ShouldContain("killed; all desks; en, nb-NO; json");

        jonas.Fill("Reason why notices are kept", "Their <b>server</b>.");
        await jonas.PressAsync("Pause");
        jonas.Region("History").ShouldContain("paused the subscriber console-news. Reason: Their <b>server</b>.");
        await jonas.PressAsync("Resume");
        jonas.HasButton("Pause").ShouldBeTrue();

        await jonas.PressAsync("Remove");
        jonas.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        jonas.Refusal.ShouldContain("Confirm that the subscriber is removed");
        ((IHtmlInputElement)jonas.Page.GetElementById("confirm-removal")!).IsChecked = true;
        await jonas.PressAsync("Remove");
        jonas.HasButton("Change").ShouldBeFalse();
        jonas.Main.ShouldContain("The subscriber console-news was removed.");
    }

    [Fact]
    public async Task A_new_secret_is_shown_once()
    {
        using var jonas = await Visitor.OfAsync(host, "Jonas Thrale");
        await jonas.OpenAsync("/subscribers");
        jonas.Fill("Name", "Rotated News");
        jonas.Fill("Address, such as https://example.org/newsroom", "https://news.example.org/in");
        await jonas.PressAsync("Register");
        var first = jonas.TextOf("[role=status] code");
        await jonas.FollowAsync("Rotated News");
        jonas.Fill("Hours in which notices are also signed with the secret before", "many");
        await jonas.PressAsync("Make a new secret");
        jonas.Status.ShouldBe(HttpStatusCode.BadRequest);
        jonas.Fill("Hours in which notices are also signed with the secret before", "2");
        await jonas.PressAsync("Make a new secret");
        var second = jonas.TextOf("[role=status] code");
        second.ShouldStartWith("whsec_");
        second.ShouldNotBe(first);
        await jonas.OpenAsync("/subscribers/rotated-news");
        jonas.Main.ShouldNotContain("whsec_");
        jonas.Region("History").ShouldContain("made a new secret for the subscriber rotated-news");
    }

    [Fact]
    public async Task Deliveries_are_listed_and_one_is_sent_again()
    {
        var subscriber = new { id = "sent-news", name = "Sent News", url = "https://news.example.org/in" };
        await host.SendAsync(HttpMethod.Post, "/subscribers/register-subscriber", "jonas", Role.Admin, subscriber);
        var (story, delivery) = (Guid.NewGuid(), Guid.NewGuid());
        await host.RunAsync(
            $"""
            insert into newsroom.delivery_events (story, version, sequence, event, kind, at)
            values ('{story}', 2, 2, gen_random_uuid(), 'corrected', '2026-03-02 09:30Z');
            insert into newsroom.deliveries
                (id, subscriber, story, version, sequence, state, attempts, due, needs_acknowledgement)
            values ('{delivery}', 'sent-news', '{story}', 2, 2, 'failed', 9, now(), true);
            insert into newsroom.delivery_attempts (delivery, number, at, milliseconds, status, error, response)
            values ('{delivery}', 9, now(), 12, 500, 'The response is 500.', '</bdi><script>alert(1)</script>')
            """
        );
        using var jonas = await Visitor.OfAsync(host, "Jonas Thrale");
        await jonas.OpenAsync("/subscribers");
        jonas.Region("Not acknowledged").ShouldContain("2 Mar 2026 09:30 UTC");
        await jonas.OpenAsync("/");
        jonas.Region("Needs attention").ShouldContain("sent-news has not acknowledged: corrected,");
        using var kit = await Visitor.OfAsync(host, "Kit Oyelaran");
        await kit.OpenAsync("/");
        kit.Main.ShouldNotContain("Needs attention");
        await jonas.OpenAsync("/subscribers/sent-news");
        jonas.Region("Latest deliveries").ShouldContain("failed; not acknowledged");
        jonas.Region("Latest deliveries").ShouldContain("The response is 500.");
        jonas.Region("Latest deliveries").ShouldContain("</bdi><script>alert(1)</script>");
        jonas.Page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();

        await jonas.PressAsync("Send again");
        jonas.TextOf(".done").ShouldBe("Redeliver: done.");
        jonas.Region("Latest deliveries").ShouldContain("pending, due");
        jonas.HasButton("Send again").ShouldBeFalse();
        await host.SendAsync(HttpMethod.Post, "/subscribers/sent-news/remove-subscriber", "jonas", Role.Admin, new { });
    }

    [Fact]
    public async Task Auditors_read_subscribers_and_others_do_not()
    {
        using var wilma = await Visitor.OfAsync(host, "Wilma Osei");
        await wilma.OpenAsync("/subscribers");
        wilma.Status.ShouldBe(HttpStatusCode.OK);
        wilma.Main.ShouldContain("You cannot register subscribers: register-subscriber requires one of these roles: admin.");
        using var kit = await Visitor.OfAsync(host, "Kit Oyelaran");
        await kit.OpenAsync("/subscribers");
        kit.Status.ShouldBe(HttpStatusCode.Forbidden);
        await kit.OpenAsync("/");
        kit.Page.QuerySelector("a[href$='/subscribers']").ShouldBeNull();
    }

    private static IEnumerable<string?> ValuesOf(Visitor visitor, string select) =>
        visitor.Page.QuerySelectorAll($"{select} option").Select(option => option.GetAttribute("value"));
}
