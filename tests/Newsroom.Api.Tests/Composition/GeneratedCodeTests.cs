using System.Diagnostics;
using System.Text.RegularExpressions;
using Newsroom.Api.Distribution.Deliveries;
using Newsroom.Api.Erasures;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Stories.Commands;
using Newsroom.Local;

namespace Newsroom.Api.Tests.Composition;

/// <summary>The code generation that <c>dotnet publish</c> runs before it compiles the program again.</summary>
public sealed partial class GeneratedCodeTests : IDisposable
{
    private static readonly string Generated = Path.Combine("Internal", "Generated", "WolverineHandlers");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsroom-codegen-");

    [Fact]
    public async Task The_program_writes_the_code_of_message_handlers_without_a_database()
    {
        var start = HostProcess.Program("codegen", "write");
        start.WorkingDirectory = folder.FullName;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment[DataDirectory.Setting] = Path.Combine(folder.FullName, "data");
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)
        );
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, string.Concat(said));

        var written = folder
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder.FullName, file.FullName))
            // A message handler's name ends in a number that is derived from its message's full name.
            .Select(path => HandlerNumber().Replace(path, "Handler.cs"))
            .ToHashSet();
        written.ShouldBe(
            [
                .. new[]
                {
                    nameof(SettleErasureHandler),
                    nameof(PublishScheduledHandler),
                    nameof(RecordDeliveriesHandler),
                    "GeneratedHandlerRegistry",
                }.Select(name => Path.Combine(Generated, $"{name}.cs")),
            ],
            ignoreOrder: true
        );
    }

    public void Dispose() => folder.Delete(recursive: true);

    [GeneratedRegex("Handler[0-9]+\\.cs$")]
    private static partial Regex HandlerNumber();
}
