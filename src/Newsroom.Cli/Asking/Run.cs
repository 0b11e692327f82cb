using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;

namespace Newsroom.Cli.Asking;

/// <summary>One line being carried out: what was asked, the newsroom it goes to, the screen the answer comes to.</summary>
internal sealed class Run(ParseResult asked, GlobalOptions options, Machine machine, CancellationToken cancel)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    // As many lines as a newsroom gives at once.
    private const int LongestPage = 200;

    private Server? server;

    /// <summary>The machine.</summary>
    public Machine Machine => machine;

    /// <summary>The end of the run, if it comes early.</summary>
    public CancellationToken Cancel => cancel;

    /// <summary>The files and the standard input that options name.</summary>
    public TextInput Input { get; } = new(machine);

    /// <summary>Where answers are shown.</summary>
    public Screen Screen { get; } = new(machine.Out, machine.Width, machine.Colours, machine.Clock);

    /// <summary>Where remarks go that are not the answer.</summary>
    public Screen Aside { get; } = new(machine.Error, machine.Width, machine.ErrorColours, machine.Clock);

    /// <summary>The newsroom.</summary>
    public Server Server => server ??= new Server(machine.Client ?? ServerAddress.Client(asked.GetValue(options.Server), machine), Token);

    /// <summary>The caller's token, or null.</summary>
    public string? Token => (asked.GetValue(options.Token) ?? machine.Variable("NEWSROOM_TOKEN"))?.Trim() is { Length: > 0 } token ? token : null;

    /// <summary>Gets or sets the exit code of a line that was carried out.</summary>
    public int Outcome { get; set; } = CommandLine.Done;

    /// <summary>Whether answers are shown as the newsroom gives them.</summary>
    public bool Json => asked.GetValue(options.Json);

    /// <summary>The key under which a command is carried out once.</summary>
    public string? IdempotencyKey => asked.GetValue(options.IdempotencyKey);

    /// <summary>The value of an argument.</summary>
    public T? Of<T>(Argument<T> argument) => asked.GetValue(argument);

    /// <summary>The value of an option; its default when it was not given.</summary>
    public T? Of<T>(Option<T> option) => asked.GetValue(option);

    /// <summary>Whether an option was given.</summary>
    public bool Gave(Option option) => asked.GetResult(option) is { Implicit: false };

    /// <summary>Does what was asked; the exit code says how it went.</summary>
    public async Task<int> Do(Func<Run, Task> act)
    {
        try
        {
            await act(this);
            return Outcome;
        }
        catch (ProblemAnswer problem)
        {
            problem.Show(Aside, Json);
            return CommandLine.Refused;
        }
        catch (LocalProblem problem)
        {
            Aside.Say(problem.Message);
        }
        catch (OperationCanceledException)
        {
            Aside.Say("Stopped. If this was a command, it may have been carried out all the same; “newsroom history” tells.");
        }

        return CommandLine.NotSent;
    }

    /// <summary>Asks the newsroom to read, and shows the answer: as JSON when asked to, else as <paramref name="show"/> does.</summary>
    public async Task Read<T>(string path, Action<Screen, T> show, bool anonymous = false)
    {
        var answer = await Server.Get(path, Cancel, anonymous);
        Show(answer, show);
        if (answer.Next is { } after)
        {
            Aside.Say($"There is more: go on with --after {after}");
        }
    }

    /// <summary>Asks the newsroom for every page of a list, and shows them as one.</summary>
    public async Task ReadAll<T>(string path, Action<Screen, IReadOnlyList<T>> show)
    {
        var lines = new List<JsonElement>();
        await foreach (var page in Pages(path))
        {
            lines.AddRange(As<IReadOnlyList<JsonElement>>(page));
        }

        Show(new Answer(JsonSerializer.SerializeToElement(lines), null), show);
    }

    /// <summary>Reads every page of an answer that has a list among its members, and shows them as one.</summary>
    /// <param name="path">The address.</param>
    /// <param name="list">The member that is the list.</param>
    /// <param name="show">How it is shown.</param>
    public async Task ReadAll<T>(string path, string list, Action<Screen, T> show) => Show(await GetAll(path, list), show);

    /// <summary>Reads every page of an answer that has a list among its members, as one.</summary>
    /// <param name="path">The address.</param>
    /// <param name="list">The member that is the list.</param>
    public async Task<Answer> GetAll(string path, string list)
    {
        JsonObject? all = null;
        await foreach (var page in Pages(path))
        {
            var next = As<JsonObject>(page);
            if (all is null)
            {
                all = next;
                continue;
            }

            foreach (var line in As<JsonArray>(new Answer(page.Body.GetProperty(list), null)).ToList())
            {
                all[list]!.AsArray().Add(line!.DeepClone());
            }
        }

        return new Answer(JsonSerializer.SerializeToElement(all), null);
    }

    private async IAsyncEnumerable<Answer> Pages(string path)
    {
        string? after = null;
        do
        {
            var page = await Server.Get(Query.Of(path, ("after", after), ("limit", LongestPage)), Cancel);
            yield return page;
            after = page.Next;
        }
        while (after is not null);
    }

    /// <summary>Shows an answer: as JSON when asked to, else as <paramref name="show"/> does.</summary>
    public void Show<T>(Answer answer, Action<Screen, T> show)
    {
        if (Json)
        {
            Screen.Verbatim(answer.Pretty());
        }
        else
        {
            show(Screen, As<T>(answer));
        }
    }

    /// <summary>An answer as this client understands it.</summary>
    public static T As<T>(Answer answer)
    {
        try
        {
            return answer.Body.Deserialize<T>(Reading) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new LocalProblem("The newsroom's answer is not one this client understands; perhaps one of them is older than the other. With --json the answer is printed as it is.");
        }
    }
}
