using System.Text;
using System.Text.Json;
using Newsroom.Cli.Tests;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>Edits stories in an editor, undoes saves, and signs in by name.</summary>
public sealed class EditingTests(Newsroom newsroom) : IDisposable
{
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("newsroom-editing-");

    public void Dispose() => state.Delete(recursive: true);

    [Fact]
    public async Task An_edit_is_previewed_and_saved()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The editor of this test is sed.");
        var story = await DraftAsync("The council met on Monday.\n");

        var edited = await TypeAsync("sed -i s/Monday/Tuesday/", "y\n", "edit", story);

        edited.Code.ShouldBe(0, edited.Said);
        edited.Said.ShouldContain("Preview: nothing is stored.");
        edited.Said.ShouldContain("“Monday” → “Tuesday”");
        (await BodyAsync(story)).ShouldBe("The council met on Tuesday.\n");
    }

    [Fact]
    public async Task Texts_and_description_are_saved_together()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The editor of this test is sed.");
        var story = await DraftAsync("The council met.\n");

        var edited = await TypeAsync("sed -i -e 's/^byline:.*/byline: Idris Penhale/' -e s/met/voted/", "", "edit", story, "--yes");

        edited.Code.ShouldBe(0, edited.Said);
        var shown = await TypeAsync("true", "", "show", story);
        shown.Said.ShouldContain("Idris Penhale");
        shown.Said.ShouldContain("The council voted.");
    }

    [Fact]
    public async Task A_command_after_an_edit_is_based_on_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The editor of this test is sed.");
        var story = await DraftAsync("The council met.\n");
        await TypeAsync("sed -i s/met/voted/", "", "edit", story, "--yes");

        var submitted = await TypeAsync("true", "", "submit-for-review", story);

        submitted.Code.ShouldBe(0, submitted.Said);
        submitted.Said.ShouldContain("Based on version 2");
    }

    [Theory]
    [InlineData("true", "y\n", 0, "Nothing changed.")]
    [InlineData("sed -i s/met/voted/", "n\n", 0, "Not saved. Your text is in")]
    [InlineData("sed -i 1d", "y\n", 0, "Preview")]
    [InlineData("false", "y\n", 1, "ended with 1. Your text is in")]
    [InlineData("no-such-editor-here 2> /dev/null", "y\n", 1, "ended with 127")]
    public async Task An_edit_that_is_not_saved_states_why(string editor, string answers, int code, string said)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The editor of this test is sed.");
        var story = await DraftAsync("The council met.\n");

        var edited = await TypeAsync(editor, answers, "edit", story);

        (edited.Code, edited.Said.Contains(said, StringComparison.Ordinal)).ShouldBe((code, true), edited.Said);
    }

    [Fact]
    public async Task A_refused_edit_keeps_the_text()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The editor of this test is sed.");
        var story = await DraftAsync("The council met.\n");

        var edited = await TypeAsync("sed -i 's/^slug:.*/slug: Not A Slug/'", "y\n", "edit", story);

        edited.Code.ShouldBe(2);
        var path = edited.Said.Split("Your text is in ")[1].Split(' ')[0].TrimEnd('.');
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldContain("slug: Not A Slug");
    }

    [Fact]
    public async Task The_last_save_is_undone()
    {
        var story = await DraftAsync("The council met.\n");
        (await TypeAsync("true", "", "revise-article", story, "--based-on", "1", "--body", "Everybody slept.\n")).Code.ShouldBe(0);

        var undone = await TypeAsync("true", "y\n", "undo", story);

        undone.Code.ShouldBe(0, undone.Said);
        (await BodyAsync(story)).ShouldBe("The council met.\n");
    }

    [Fact]
    public async Task A_save_of_another_person_is_not_undone()
    {
        var story = await DraftAsync("The council met.\n");
        await newsroom.TypeAsync("ed", Role.Editor, "revise-article", story, "--based-on", "1", "--body", "The council voted.\n");

        var refused = await TypeAsync("true", "y\n", "undo", story);

        refused.Code.ShouldBe(1);
        refused.Said.ShouldContain("ed has revised the article last, in version 2.");
        (await TypeAsync("true", "y\n", "undo", await DraftAsync("New.\n"))).Said.ShouldContain("has not been revised");
    }

    [Fact]
    public async Task Without_a_terminal_saving_needs_yes()
    {
        var story = await DraftAsync("The council met.\n");
        await TypeAsync("true", "", "revise-article", story, "--based-on", "1", "--body", "The council voted.\n");

        var refused = await newsroom.TypeAsync("rita", Role.Reporter, "undo", story);

        refused.Code.ShouldBe(1);
        refused.Said.ShouldContain("Add --yes.");
        (await newsroom.TypeAsync("rita", Role.Reporter, "undo", story, "--yes")).Code.ShouldBe(0);
    }

    private async Task<string> DraftAsync(string body)
    {
        var slug = $"edited-{Guid.NewGuid():N}";
        string[] options = ["--desk", "world", "--headline", "Council", "--slug", slug, "--body", body];
        var drafted = await TypeAsync("true", "", ["draft-article", .. options]);
        drafted.Code.ShouldBe(0, drafted.Said);
        return slug;
    }

    private async Task<string> BodyAsync(string story)
    {
        var shown = await TypeAsync("true", "", "show", story, "--json");
        return JsonDocument.Parse(shown.Out).RootElement.GetProperty("article").GetProperty("body").GetString()!;
    }

    private async Task<Terminal> TypeAsync(string editor, string answers, params string[] line)
    {
        using var api = newsroom.Host.Server.CreateClient();
        return await Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(api),
                    StatePath = state.FullName,
                    InIsTerminal = true,
                    In = new MemoryStream(Encoding.UTF8.GetBytes(answers)),
                    Variable = name => name == "EDITOR" ? editor : null,
                },
            [.. line, "--token", newsroom.Token("rita", [Role.Reporter])]
        );
    }
}
