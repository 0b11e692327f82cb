using System.Text.Json;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Imports;

/// <summary>
/// However many histories an import has, it reads what exists in one round trip and appends in another. For stories that exist, Marten
/// reads states and texts in between.
/// </summary>
public sealed class ImportRoundTripTests(Newsroom newsroom) : IDisposable
{
    private readonly StatementTrace statements = new();

    public void Dispose() => statements.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public async Task A_first_import_takes_two_round_trips(int files)
    {
        Takes(2, await ImportAsync($"first{files}", files, changes: 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public async Task An_import_of_later_changes_takes_two_and_those_of_Marten(int files)
    {
        await ImportAsync($"later{files}", files, changes: 2);

        Takes(4, await ImportAsync($"later{files}", files, changes: 3));
    }

    [Fact]
    public async Task An_import_of_known_changes_takes_one_round_trip()
    {
        await ImportAsync("known", files: 12, changes: 2);

        Takes(1, await ImportAsync("known", files: 12, changes: 2));
    }

    private static void Takes(int count, IReadOnlyCollection<string> statements) =>
        statements.Count.ShouldBe(count, string.Join("\n", statements));

    private async Task<IReadOnlyCollection<string>> ImportAsync(string name, int files, int changes)
    {
        var request = new
        {
            desk = "metro",
            files = Enumerable
                .Range(0, files)
                .Select(file => new
                {
                    began = $"{name}-{file}:{name}-{file}.md",
                    changes = Enumerable.Range(0, changes).Select(change => Change($"{name}-{file}", change)),
                }),
        };
        var (trace, header) = StatementTrace.Begin();
        var body = JsonSerializer.SerializeToUtf8Bytes(request);
        var response = await newsroom
            .As("root", Role.Admin)
            .SendAsync(HttpMethod.Post, "/stories/import-history", body, "application/json", header);
        response.Is(200).Json["files"]!.AsArray().Select(file => file!["version"]!.GetValue<int>()).ShouldAllBe(v => v == changes);
        return statements.Of(trace);
    }

    private static object Change(string name, int number) =>
        new
        {
            commit = $"{name}-{number}",
            at = "2014-03-12T08:00:00Z",
            name = "",
            email = "",
            path = $"{name}.md",
            text = $"# {name}\n\nThis is version {number}.\n",
        };
}
