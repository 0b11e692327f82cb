using static Newsroom.Client.Tests.StubServer;

namespace Newsroom.Client.Tests.Worklists;

public class WorklistsClientTests
{
    [Fact]
    public async Task Desks_are_read_with_their_names()
    {
        var server = new StubServer().Respond("""[{"id":"town","name":"Town","language":"en","timeZone":"Europe/Oslo"}]""");

        var desks = (await server.Connect().Worklists.GetDesksAsync(Cancellation)).Value.Items;

        desks.ShouldHaveSingleItem().ShouldBe(new("town", "Town", "Europe/Oslo", "en"));
        server.Requests.Single().RequestUri!.PathAndQuery.ShouldBe("/desks");
    }

    [Fact]
    public async Task Colleagues_are_read_with_roles_as_words()
    {
        var server = new StubServer().Respond("""[{"id":"ana@x","name":"Ana","roles":["editor","a-role-of-later"]}]""");

        var ana = (await server.Connect().Worklists.GetColleaguesAsync(Cancellation)).Value.Items.ShouldHaveSingleItem();

        (ana.Id, ana.Name, string.Join(' ', ana.Roles)).ShouldBe(("ana@x", "Ana", "editor a-role-of-later"));
        server.Requests.Single().RequestUri!.PathAndQuery.ShouldBe("/people");
    }
}
