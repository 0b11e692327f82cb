using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Domain.Requests;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>The examples of the catalog: OpenAPI shows them, and tests of permissions, storage and repeats send them.</summary>
public sealed class CommandExampleSpecs
{
    public static TheoryData<string> All => [.. CommandCatalog.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void An_example_is_accepted_after_the_examples_it_names(string name) => After(name).Happened.ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(All))]
    public void An_example_has_every_member_that_is_required(string name) =>
        RequestCheck.Faults(ExampleOf(CommandCatalog.Named(name))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(All))]
    public void An_example_names_no_role_but_the_first(string name)
    {
        var command = CommandCatalog.Named(name);
        (ExampleOf(command).As ?? command.Roles[0]).ShouldBe(command.Roles[0]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Events_of_an_example_are_stored_with_members_of_the_contract_and_read_as_they_were(string name)
    {
        var happenings = After(name).Happened;
        happenings.ShouldNotBeEmpty();
        foreach (var happened in happenings)
        {
            var stored = JsonSerializer.SerializeToNode(happened, happened.GetType(), Storage)!.AsObject();
            var read = JsonSerializer.Deserialize(stored, happened.GetType(), Storage);

            JsonNode.DeepEquals(JsonSerializer.SerializeToNode(read, happened.GetType(), Storage), stored).ShouldBeTrue();
            stored.Select(member => member.Key).ShouldBeSubsetOf(StorageContract.MembersOf(StoryEvents.NameOf(happened.GetType())));
        }
    }

    /// <summary>The story after the example.</summary>
    private static StorySpec After(string name)
    {
        var command = CommandCatalog.Named(name);
        return Given([.. BeforeExampleOf(command), Sent(command)]);
    }
}
