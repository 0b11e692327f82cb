// A subscriber: it verifies each notice, acknowledges it, and prints a line. It is written from docs/delivery.md alone.
//
//   dotnet run --project ops/subscriber-example -- <directory>
//
// The directory gets the file "address" with the address to register, and has the file "secret" from then on.

using System.Text.Json.Nodes;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

var directory = args.Length == 1 ? Directory.CreateDirectory(args[0]).FullName : throw new ArgumentException("Give a directory.");
var secret = Path.Combine(directory, "secret");
var seen = new HashSet<string>();

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseUrls("http://127.0.0.1:0");
var app = builder.Build();

app.MapPost("/newsroom", async (HttpRequest request, HttpResponse response) =>
{
    using var reader = new StreamReader(request.Body);
    var body = await reader.ReadToEndAsync();
    try
    {
        new StandardWebhook((await File.ReadAllTextAsync(secret)).Trim()).Verify(body, request.Headers);
    }
    catch (WebhookVerificationException)
    {
        return Results.Unauthorized();
    }

    // A notice may be sent twice: the id is the same.
    if (seen.Add(request.Headers["webhook-id"]!))
    {
        var notice = JsonNode.Parse(body)!;
        var (edition, content) = (notice["data"]!["edition"]!, notice["data"]!["content"]!);
        Console.WriteLine($"{notice["type"]} {notice["data"]!["slug"]}, edition {edition["number"]}, {content["format"]} {content["state"]}");
    }

    response.Headers["newsroom-acknowledged"] = "true";
    return Results.NoContent();
});

await app.StartAsync();
await File.WriteAllTextAsync(Path.Combine(directory, "address"), $"{app.Urls.Single()}/newsroom");
await app.WaitForShutdownAsync();
