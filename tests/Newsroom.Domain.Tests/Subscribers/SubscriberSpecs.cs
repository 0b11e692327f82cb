using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Domain.Tests.Subscribers;

public sealed class SubscriberSpecs
{
    private static readonly RegisterSubscriber Harbour = new("Harbour News", "https://news.example.org/newsroom")
    {
        Desks = ["world", "city", "world"],
        Languages = ["nb-no", "EN"],
        Kinds = [DeliveryKind.Killed, DeliveryKind.Published, DeliveryKind.Killed],
        Format = DeliveryFormat.Ninjs,
    };

    private static readonly Subscriber Registered = new("harbour-news", "Harbour News", "https://news.example.org/newsroom")
    {
        Desks = ["city", "world"],
        Languages = ["en", "nb-NO"],
        Kinds = [DeliveryKind.Published, DeliveryKind.Killed],
        Format = DeliveryFormat.Ninjs,
    };

    private static readonly Subscriber Paused = Registered with { State = SubscriberState.Paused, PauseReason = "Their server." };

    private static readonly Subscriber Removed = Registered with { State = SubscriberState.Removed };

    private static readonly SubscriberCommand[] OnKnown =
    [
        new ChangeSubscriber { Name = "Other" },
        new PauseSubscriber("Their server."),
        new ResumeSubscriber(),
        new RotateSecret(),
        new Redeliver(Guid.Empty),
        new ReplayDeliveries(DateTimeOffset.UnixEpoch),
        new RemoveSubscriber(),
    ];

    [Fact]
    public void A_subscriber_is_registered_with_each_item_once() =>
        Events(null, Harbour).ShouldBe([new SubscriberRegistered(Registered)]);

    [Fact]
    public void An_id_is_used_once()
    {
        Refused(Registered, Harbour).ShouldBe("subscriber-known");
        Refused(Removed, Harbour).ShouldBe("subscriber-removed");
    }

    [Fact]
    public void Only_an_admin_commands_subscribers()
    {
        foreach (var actor in new[] { Rita, Ed, Femi, Lea, Pia, Chi, Uma, Actor.Of("zoe", Role.Admin, Role.Editor) })
        {
            foreach (var command in OnKnown.Prepend(Harbour))
            {
                Decide(Registered, command, actor).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden, $"{command}");
            }
        }
    }

    [Fact]
    public void A_removed_or_unknown_subscriber_takes_no_command()
    {
        foreach (var command in OnKnown)
        {
            Refused(Removed, command).ShouldBe("subscriber-removed", $"{command}");
            Refused(null, command).ShouldBe("unknown-subscriber", $"{command}");
        }
    }

    [Fact]
    public void A_change_keeps_what_is_not_given_and_an_empty_list_stands_for_all()
    {
        var changed = Registered with { Name = "Harbour", Desks = [] };
        var happened = Events(Paused, new ChangeSubscriber { Name = "Harbour", Desks = [] }).ShouldHaveSingleItem();
        Subscriber.Evolve(Paused, happened).ShouldBe(changed with { State = SubscriberState.Paused, PauseReason = "Their server." });
        Events(Registered, new ChangeSubscriber { Languages = ["NB-no", "en"], Url = Registered.Url }).ShouldBeEmpty();
        Events(Registered, new ChangeSubscriber()).ShouldBeEmpty();
    }

    [Fact]
    public void A_change_has_the_rules_of_a_registration()
    {
        Refused(Registered, new ChangeSubscriber { Url = "ftp://example.org" }).ShouldBe("not-a-web-address");
        Refused(Registered, new ChangeSubscriber { Desks = ["nowhere"] }).ShouldBe("unknown-desk");
        Refused(Registered, new ChangeSubscriber { Languages = ["no language"] }).ShouldBe("language");
        Refused(Registered, new ChangeSubscriber { Name = "\u202Eswen" }).ShouldBe("bidi-control");
    }

    [Fact]
    public void A_subscriber_is_paused_for_a_reason_and_resumed()
    {
        var paused = Events(Registered, new PauseSubscriber("Their server.")).ShouldHaveSingleItem();
        Subscriber.Evolve(Registered, paused).ShouldBe(Paused);
        Subscriber.Evolve(Paused, Events(Paused, new ResumeSubscriber()).ShouldHaveSingleItem()).ShouldBe(Registered);
        Refused(Paused, new PauseSubscriber("Again.")).ShouldBe("subscriber-paused");
        Refused(Registered, new ResumeSubscriber()).ShouldBe("subscriber-not-paused");
        Refused(Registered, new PauseSubscriber(" \n")).ShouldBe("reason-required");
        Refused(Registered, new PauseSubscriber("\u2067why")).ShouldBe("bidi-control");
    }

    [Fact]
    public void An_active_subscriber_that_is_gone_is_paused()
    {
        var paused = SubscriberDecider.PauseAsGone(Registered).Events.ShouldHaveSingleItem();
        Subscriber.Evolve(Registered, paused)!.State.ShouldBe(SubscriberState.Paused);
        foreach (var other in new[] { null, Paused, Removed })
        {
            SubscriberDecider.PauseAsGone(other).Events.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_secret_is_rotated_with_an_overlap()
    {
        Events(Registered, new RotateSecret()).ShouldBe([new SecretRotated("harbour-news", 24)]);
        Events(Paused, new RotateSecret { OverlapHours = 0 }).ShouldBe([new SecretRotated("harbour-news", 0)]);
    }

    [Fact]
    public void A_subscriber_acknowledges_its_own_deliveries()
    {
        Acknowledged(Registered, tokenOf: "harbour-news").ShouldBeNull();
        Acknowledged(Paused, tokenOf: "harbour-news").ShouldBeNull();
        Acknowledged(Registered, tokenOf: "harbour-news", hasDelivery: false).ShouldBe("unknown-delivery");
        Acknowledged(Removed, tokenOf: "harbour-news").ShouldBe("subscriber-removed");
        Acknowledged(null, tokenOf: "harbour-news").ShouldBe("unknown-subscriber");
    }

    [Fact]
    public void No_person_and_no_other_subscriber_acknowledges()
    {
        Acknowledged(Registered, tokenOf: "city-times").ShouldBe("subscriber-token-required");
        foreach (var actor in new[] { Rita, Ed, Femi, Lea, Pia, Chi, Uma, Adi })
        {
            Acknowledged(Registered, tokenOf: null, actor).ShouldBe("subscriber-token-required");
        }
    }

    [Fact]
    public void A_removed_subscriber_receives_nothing()
    {
        var removed = Subscriber.Evolve(Paused, Events(Paused, new RemoveSubscriber()).ShouldHaveSingleItem())!;
        removed.ShouldBe(Removed);
        removed.Receives(DeliveryKind.Published, "city", "en").ShouldBeFalse();
    }

    [Fact]
    public void Desks_languages_and_kinds_select_notices()
    {
        Registered.Receives(DeliveryKind.Published, "city", "en-GB").ShouldBeTrue();
        Paused.Receives(DeliveryKind.Killed, "world", "NB-no").ShouldBeTrue();
        Registered.Receives(DeliveryKind.Corrected, "city", "en").ShouldBeFalse();
        Registered.Receives(DeliveryKind.Published, "sport", "en").ShouldBeFalse();
        Registered.Receives(DeliveryKind.Published, "city", "nb").ShouldBeFalse();
        Registered.Receives(DeliveryKind.Published, "city", "eng").ShouldBeFalse();
        var all = new Subscriber("all", "All", "https://example.org");
        Enum.GetValues<DeliveryKind>().ShouldAllBe(kind => all.Receives(kind, "sport", "fi"));
    }

    [Theory]
    [InlineData("published", DeliveryKind.Published)]
    [InlineData("fact-check-published", DeliveryKind.FactCheckPublished)]
    public void A_notice_has_a_type_of_CloudEvents(string name, DeliveryKind kind) =>
        kind.CloudEventType().ShouldBe($"newsroom.story.{name}");

    [Theory]
    [InlineData("https://news.example.org")]
    [InlineData("HTTPS://news.example.org:8443/in?key=a%20b&to=me@home")]
    [InlineData("https://[2001:db8::1]/in")]
    [InlineData("https://xn--bcher-kva.example/")]
    public void An_address_of_https_is_accepted(string url) => OfAddress(url).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("news.example.org")]
    [InlineData("/in")]
    [InlineData("//news.example.org/in")]
    [InlineData("https://")]
    [InlineData("https:///in")]
    [InlineData("https:news.example.org")]
    [InlineData("ftp://news.example.org/in")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData(" https://news.example.org")]
    [InlineData("https://news.example.org/a b")]
    [InlineData("https://news.example.org\n")]
    [InlineData("https://news.example.org\\@evil.example")]
    [InlineData("https://bücher.example")]
    [InlineData("https://news.example.org/\u007F")]
    [InlineData("https://news.example.org:99999/")]
    public void Other_addresses_are_refused(string url) => OfAddress(url).ShouldBe("not-a-web-address");

    [Theory]
    [InlineData("https://user:word@news.example.org")]
    [InlineData("https://@news.example.org")]
    [InlineData("https://user@news.example.org/in")]
    [InlineData("https://news.example.org#part")]
    [InlineData("https://news.example.org/in#")]
    public void An_address_has_no_user_and_no_fragment(string url) => OfAddress(url).ShouldBe("address-parts");

    [Fact]
    public void Http_is_accepted_only_where_the_configuration_allows_it()
    {
        OfAddress("http://localhost:8080/in").ShouldBe("https-required");
        OfAddress("http://localhost:8080/in", allowsHttp: true).ShouldBeNull();
        OfAddress("ftp://localhost/in", allowsHttp: true).ShouldBe("not-a-web-address");
    }

    [Fact]
    public void A_refused_address_is_not_quoted()
    {
        var refusal = Decide(null, Harbour with { Url = "https://user:hunter2@news.example.org" }, Adi).Refusal!;
        refusal.Detail.ShouldNotContain("hunter2");
        refusal.Recorded.ShouldNotContain("hunter2");
    }

    private static string? Acknowledged(
        Subscriber? state,
        string? tokenOf,
        Actor? actor = null,
        bool hasDelivery = true
    ) =>
        SubscriberDecider
            .Decide(
                state,
                new AcknowledgeNotice(Guid.Empty),
                new SubscriberContext("harbour-news", actor ?? Actor.Of("subscriber:harbour-news@test"))
                {
                    TokenOf = tokenOf,
                    Delivery = hasDelivery ? DeliveryState.Delivered : null,
                }
            )
            .Refusal?.Code;

    private static string? OfAddress(string url, bool allowsHttp = false) =>
        Decide(null, Harbour with { Url = url }, Adi, allowsHttp).Refusal?.Code;

    private static string? Refused(Subscriber? state, SubscriberCommand command) => Decide(state, command, Adi).Refusal?.Code;

    private static ImmutableArray<SubscriberEvent> Events(Subscriber? state, SubscriberCommand command)
    {
        var decision = Decide(state, command, Adi);
        decision.Refusal.ShouldBeNull();
        return decision.Events;
    }

    private static Decision<SubscriberEvent> Decide(Subscriber? state, SubscriberCommand command, Actor actor, bool allowsHttp = false) =>
        SubscriberDecider.Decide(
            state,
            command,
            new SubscriberContext("harbour-news", actor) { Desks = ["city", "world"], AllowsHttp = allowsHttp }
        );
}
