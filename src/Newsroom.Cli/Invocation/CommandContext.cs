using System.CommandLine;
using Newsroom.Cli.Logins;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.SignIn;

namespace Newsroom.Cli.Invocation;

/// <summary>The invocation of a command: its options, the client, and the consoles that it writes to.</summary>
internal sealed class CommandContext(
    ParseResult result,
    GlobalOptions options,
    CliEnvironment environment,
    CancellationToken cancellationToken
)
{
    private NewsroomClient? client;

    public CliEnvironment Environment => environment;

    public CancellationToken CancellationToken => cancellationToken;

    public TextInput Input { get; } = new(environment);

    /// <summary>Gets the console for results.</summary>
    public ConsoleRenderer Output { get; } = ConsoleRenderer.ForOutput(environment);

    /// <summary>Gets the console for errors, hints and progress.</summary>
    public ConsoleRenderer ErrorConsole { get; } = ConsoleRenderer.ForErrors(environment);

    /// <summary>Gets the client for requests that need a token.</summary>
    public NewsroomClient Client =>
        Token is null
            ? throw new UsageException(
                "A token is required: sign in with “newsroom login”, or use --token or NEWSROOM_TOKEN. "
                    + "At a development server, “newsroom login ana” signs in by name."
            )
            : PublicClient;

    /// <summary>Gets the client for requests that need no token.</summary>
    public NewsroomClient PublicClient => client ??= Preview ? Connect().Previewing() : Connect();

    /// <summary>Gets the server's address, which distinguishes servers.</summary>
    public string ServerName =>
        environment.Connect is null ? ServerAddress.Find(result.GetValue(options.Server), environment).AbsoluteUri : "connected";

    public string? Token => GivenToken ?? Login?.Token;

    private string? GivenToken
    {
        get
        {
            var token = (result.GetValue(options.Token) ?? environment.Variable("NEWSROOM_TOKEN"))?.Trim();
            return string.IsNullOrEmpty(token) ? null : RequirePrintable("The token", token);
        }
    }

    private StoredLogin? Login => environment.StatePath is null ? null : new StoredLogins(environment).Find(ServerName);

    public string? IdempotencyKey => result.GetValue(options.IdempotencyKey) is { } key ? RequirePrintable("--idempotency-key", key) : null;

    /// <summary>Gets whether commands are decided only.</summary>
    public bool Preview => result.GetValue(options.Preview);

    /// <summary>Gets whether results are printed as JSON.</summary>
    public bool Json => result.GetValue(options.Json);

    /// <summary>Gets or sets the exit code of a command that was carried out.</summary>
    public int Outcome { get; set; } = ExitCode.Success;

    public T? GetValue<T>(Argument<T> argument) => result.GetValue(argument);

    /// <summary>Returns the value of an option; its default when it was not given.</summary>
    public T? GetValue<T>(Option<T> option) => result.GetValue(option);

    public bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };

    /// <summary>Runs a command, writes its errors, and returns the exit code.</summary>
    public async Task<int> RunAsync(Func<CommandContext, Task> actAsync)
    {
        try
        {
            await actAsync(this);
            return Outcome;
        }
        catch (ApiException refusal)
        {
            ErrorConsole.WriteProblem(refusal, Json);
            return ExitCode.Refused;
        }
        catch (UsageException failure)
        {
            ErrorConsole.Write(failure.Message);
        }
        catch (ApiUnreachableException failure)
        {
            ErrorConsole.Write($"{failure.Message} {ServerAddress.HowToStart}");
        }
        catch (UnexpectedResponseException failure)
        {
            ErrorConsole.Write(
                $"{failure.Message} Check that “newsroom” and the server have the same version; --json prints a JSON response unread."
            );
        }
        catch (IssuerException failure)
        {
            ErrorConsole.Write(failure.Message);
            return failure.Error is null ? ExitCode.LocalError : ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            ErrorConsole.Write("Canceled. A command may have been carried out: check with “newsroom history”.");
        }
        finally
        {
            client?.Dispose();
        }

        return ExitCode.LocalError;
    }

    /// <summary>Writes a page of a list, as JSON or through <paramref name="write"/>, and how to read the next one.</summary>
    public Task ShowAsync<T>(Task<ApiResponse<Page<T>>> request, Action<ConsoleRenderer, IReadOnlyList<T>> write) =>
        ShowAsync(request, (console, page) => write(console, page.Items));

    /// <summary>Writes a response, as JSON or through <paramref name="write"/>, and how to read the next page.</summary>
    public async Task ShowAsync<T>(Task<ApiResponse<T>> request, Action<ConsoleRenderer, T> write)
    {
        var response = await request;
        Show(console =>
        {
            if (Json)
            {
                console.WriteJson(response.Json);
            }
            else if (response.Preview is { } preview)
            {
                console.WritePreview(preview);
            }
            else
            {
                write(console, response.Value);
            }
        });

        if (response.Next is { } after)
        {
            var version = response.NextVersion is { } pinned ? $"--version {pinned} " : "";
            ErrorConsole.Write($"For the next page, use {version}--after {after}");
        }
    }

    /// <summary>Writes a result: to standard output, or to the pager if it is longer than the terminal.</summary>
    private void Show(Action<ConsoleRenderer> write)
    {
        if (!environment.OutIsTerminal || environment.Height == int.MaxValue)
        {
            write(Output);
            return;
        }

        var text = new StringWriter();
        write(ConsoleRenderer.ForOutput(environment with { Out = text }));
        var shown = text.ToString();
        if (shown.AsSpan().Count('\n') < environment.Height || !environment.ShowInPager(shown))
        {
            environment.Out.Write(shown);
        }
    }

    /// <summary>Writes what a verification found wrong, or what was not carried out, and sets the exit code.</summary>
    public void ReportIncomplete(string message)
    {
        ErrorConsole.Write(message);
        Outcome = ExitCode.Incomplete;
    }

    private static string RequirePrintable(string name, string value) =>
        value.Length > 0 && value.All(c => c is > ' ' and <= '~' and not '"' and not '\\')
            ? value
            : throw new UsageException($"{name} must be printable ASCII without spaces, quotation marks or backslashes.");

    private NewsroomClient Connect()
    {
        if (GivenToken is not null || Login is not { } kept)
        {
            return ConnectWith(Token);
        }

        return ConnectWith(new LoginToken(kept, new StoredLogins(environment), ServerName, environment).GetAsync);
    }

    /// <summary>Connects to the server with another token than that of the command line.</summary>
    public NewsroomClient ConnectWith(string? token) => ConnectWith(_ => ValueTask.FromResult(token));

    private NewsroomClient ConnectWith(Func<CancellationToken, ValueTask<string?>> tokens) =>
        environment.Connect is { } connect
            ? connect(tokens)
            : new NewsroomClient(
                ServerAddress.Find(result.GetValue(options.Server), environment),
                new NewsroomClientOptions { TokenProvider = tokens }
            );
}
