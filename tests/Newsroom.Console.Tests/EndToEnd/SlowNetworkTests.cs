using Newsroom.Domain.Kernel;
using static Microsoft.Playwright.Assertions;

namespace Newsroom.Console.Tests.EndToEnd;

/// <summary>A person who does not get an answer presses again.</summary>
public sealed class SlowNetworkTests(ConsoleHost host, Browser browser)
{
    private const string Quote = "“The line to the island is slow,”";

    [Fact]
    public async Task A_form_that_is_sent_again_before_its_answer_arrives_is_carried_out_once()
    {
        var story = await host.DraftAsync("A slow line", $"{Quote} said Oona Strand.", Quote);
        var ana = await Window.SignInAsync(host, "Ana Lindqvist", await browser.OpenAsync());
        await ana.OpenAsync($"/stories/{story}");
        var carriedOut = new TaskCompletionSource();
        await ana.Page.RouteAsync(
            $"**/console/stories/{story}",
            async route =>
            {
                if (route.Request.Method != "POST" || carriedOut.Task.IsCompleted)
                {
                    await route.ContinueAsync();
                    return;
                }

                // The server has the form; its answer does not reach the window.
                await route.FetchAsync(new() { MaxRedirects = 0 });
                carriedOut.SetResult();
            }
        );

        await ana.Field("Note").FillAsync("Which line?");
        await ana.Page.EvaluateAsync("() => document.getElementById('add-note').requestSubmit()");
        await carriedOut.Task;
        await ana.PressAsync("Add note");

        await Expect(ana.Status).ToContainTextAsync("Add note: done.");
        var read = await host.SendAsync(HttpMethod.Get, $"/stories/{story}", "ana", Role.Editor);
        read["notes"]!.AsArray().Count.ShouldBe(1);
        await ana.LeaveAsync();
    }
}
