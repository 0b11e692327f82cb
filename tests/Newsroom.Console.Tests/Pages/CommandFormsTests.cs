using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Newsroom.Console.Pages;

namespace Newsroom.Console.Tests.Pages;

public sealed class CommandFormsTests
{
    [Fact]
    public void Fields_that_are_left_empty_are_not_sent()
    {
        var command = CommandForms.Read(
            Form(
                ("command", "fact-check"),
                ("version", "7"),
                ("passage", "q1"),
                ("verdict", "wrong"),
                ("method", ""),
                ("evidence-kind", "document")
            )
        )!;

        (command.Name, command.BasedOn).ShouldBe(("fact-check", 7));
        command.Body.ToJsonString().ShouldBe("""{"passage":"q1","verdict":"wrong"}""");
    }

    [Fact]
    public void Evidence_is_one_piece() =>
        CommandForms
            .Read(Form(("command", "fact-check"), ("version", "7"), ("evidence-kind", "document"), ("evidence-citation", "A letter")))!
            .Body.ToJsonString()
            .ShouldBe("""{"evidence":[{"kind":"document","citation":"A letter"}]}""");

    [Theory]
    [InlineData("draft-article", "7")]
    [InlineData("approve", "")]
    [InlineData("", "7")]
    public void A_form_that_is_not_of_the_console_is_no_command(string command, string version) =>
        CommandForms.Read(Form(("command", command), ("version", version))).ShouldBeNull();

    private static FormCollection Form(params (string Name, string Value)[] fields) =>
        new(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value)));
}
