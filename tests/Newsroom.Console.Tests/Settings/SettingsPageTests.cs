using System.Net;
using AngleSharp.Html.Dom;

namespace Newsroom.Console.Tests.Settings;

/// <summary>Desks, people, policies and speakers, as people change them without scripts.</summary>
public sealed class SettingsPageTests(ConsoleHost host)
{
    private const string Desk = "/desks/norsk/settings";

    [Fact]
    public async Task A_policy_is_shown_with_what_it_would_change_proposed_and_accepted_by_another()
    {
        using var jonas = await Visitor.OfAsync(host, "Jonas Thrale");
        await jonas.OpenAsync(Desk);
        jonas.ValueOf("Fewest people", within: "fieldset:has([id='approvals.minimum'])").ShouldBe("2");
        jonas.Fill("Fewest people", "3", within: "fieldset:has([id='approvals.minimum'])");
        jonas.Fill("Why the policy should change", "Three <people> read everything.");

        await jonas.PressAsync("Show what it would change");

        jonas.Status.ShouldBe(HttpStatusCode.OK);
        jonas.TextOf("[role=status]").ShouldContain("Nothing is stored yet.");
        jonas.TextOf(".effects").ShouldContain("Nothing would change before a chief-editor accepts version 1");
        jonas.ValueOf("Why the policy should change").ShouldBe("Three <people> read everything.");
        jonas.Main.ShouldNotContain("Proposed: version 1");

        await jonas.PressAsync("Propose");
        jonas.TextOf(".done").ShouldBe("Propose policy: done.");
        jonas.Region("Proposed: version 1").ShouldContain("Three <people> read everything.");
        jonas.HasButton("Accept version 1").ShouldBeFalse();
        jonas.Region("Proposed: version 1").ShouldContain("You cannot accept it: accept-policy requires");

        using var hedda = await Visitor.OfAsync(host, "Hedda Quill");
        await hedda.OpenAsync("/");
        await hedda.FollowAsync(hedda.Page.QuerySelector($"a[href*='{Desk}#version-1']").ShouldNotBeNull());
        hedda.TextOf(".effects").ShouldContain("Version 1 of the policy would replace version 0");
        hedda.Region("Propose a policy").ShouldContain("You cannot propose one:");
        await hedda.PressAsync("Accept version 1");
        hedda.Region("Policy in force: version 1").ShouldContain("Approvals: at least 3; of which 1 by editor");
    }

    [Fact]
    public async Task A_refused_policy_is_shown_in_the_words_of_the_API_with_its_input()
    {
        using var jonas = await Visitor.OfAsync(host, "Jonas Thrale");
        await jonas.OpenAsync("/desks/harbour/settings");
        ((IHtmlInputElement)jonas.Page.GetElementById("approvals.in")!).IsChecked = false;
        jonas.Fill("From how many words", "many");
        jonas.Fill("Why the policy should change", "No one approves.");

        await jonas.PressAsync("Propose");

        ((int)jonas.Status).ShouldBeInRange(400, 422);
        jonas.Refusal.ShouldNotBeEmpty();
        jonas.ValueOf("From how many words").ShouldBe("many");
        jonas.Fill("From how many words", "4");
        await jonas.PressAsync("Show what it would change");
        jonas.Refusal.ShouldContain("Every policy requires at least 1 approval");
    }

    [Fact]
    public async Task Desks_and_people_are_described_by_those_who_may()
    {
        using var jonas = await Visitor.OfAsync(host, "Jonas Thrale");
        await jonas.OpenAsync("/settings");
        jonas.Fill("Identity or user name", "elin");
        jonas.Fill("Name that colleagues see", "Elin <i>Storm</i>");
        jonas.Fill("Roles (several with Control; none for a person who left)", "reporter");
        await jonas.PressAsync("Describe a person");
        jonas.TextOf(".done").ShouldBe("Describe person: done.");
        jonas.TextOf("table").ShouldContain("Elin <i>Storm</i>");
        await jonas.FollowAsync("Elin <i>Storm</i>");
        jonas.ValueOf("Identity or user name").ShouldStartWith("elin@");

        jonas.Fill("Id of the desk, such as town", "weather");
        jonas.Fill("Name of the desk", "Weather");
        jonas.Fill("Language, such as en or nb-NO", "no language");
        await jonas.PressAsync("Define a desk");
        jonas.Status.ShouldBe(HttpStatusCode.BadRequest);
        jonas.ValueOf("Name of the desk").ShouldBe("Weather");

        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        await ana.OpenAsync("/settings");
        ana.HasButton("Describe a person").ShouldBeFalse();
        ana.Main.ShouldContain("You cannot describe people: describe-person requires one of these roles: admin.");
    }

    [Fact]
    public async Task A_sealed_identity_is_revealed_with_a_reason_only_and_not_kept()
    {
        using var kit = await Visitor.OfAsync(host, "Kit Oyelaran");
        await kit.OpenAsync("/speakers");
        kit.Fill("Name as it is printed", "A clerk of <b>the port</b>");
        kit.Fill("Id (optional)", "port-clerk");
        kit.Fill("Identity of a confidential source, to be sealed (optional)", "Zebedee Quorn");
        await kit.PressAsync("Register");
        await kit.FollowAsync("A clerk of <b>the port</b>");
        kit.Region("Identity").ShouldContain("The identity is sealed.");
        kit.HasButton("Reveal the identity").ShouldBeFalse();
        kit.Region("Identity").ShouldContain("You cannot reveal it: reveal-identity requires");

        using var petra = await Visitor.OfAsync(host, "Petra Vance");
        await petra.OpenAsync("/speakers/port-clerk");
        petra.Main.ShouldNotContain("Zebedee");
        await petra.PressAsync("Reveal the identity");
        ((int)petra.Status).ShouldBeInRange(400, 422);
        petra.Refusal.ShouldContain("reason");

        petra.Fill("Reason", "A letter of the court.");
        await petra.PressAsync("Reveal the identity");
        petra.TextOf(".done").ShouldContain("The identity is Zebedee Quorn.");
        await petra.OpenAsync("/speakers/port-clerk");
        petra.Main.ShouldNotContain("Zebedee");
    }

    [Fact]
    public async Task A_desk_that_does_not_exist_is_a_page_with_the_words_of_the_API()
    {
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        await ana.OpenAsync("/desks/no-such-desk/settings");
        ana.Status.ShouldBe(HttpStatusCode.NotFound);
        ana.Main.ShouldContain("There is no desk \"no-such-desk\".");
    }
}
