using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Newsroom.Api.Publication;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Subscribers;
using Newsroom.Formats;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>
/// Writes what is sent: a CloudEvent (1.0, structured JSON) whose data are the notice. It has the article only while that is what readers
/// have: words that were corrected or taken down since are not sent.
/// </summary>
internal sealed class DeliveryWriter(
    IDocumentStore store,
    EditionRenderer editions,
    PublicSite publicSite,
    IServer server,
    IOptions<JsonOptions> json
)
{
    /// <summary>
    /// The most bytes of an edition in a notice (Standard Webhooks recommends bodies of less than 20 KB). Longer ones are linked.
    /// </summary>
    public const int MaxContentBytes = 16 * 1024;

    // The format of editions that messages to the broker link.
    private const DeliveryFormat LinkedFormat = DeliveryFormat.Json;

    /// <summary>Writes the body of a delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="format">The format of the edition.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<string> WriteAsync(ClaimedDelivery delivery, DeliveryFormat format, CancellationToken cancellationToken)
    {
        var described = await DescribeAsync(delivery.Notice, format, MaxContentBytes, cancellationToken);
        return Write(described with { Data = described.Data with { AcknowledgementRequired = delivery.NeedsAcknowledgement } });
    }

    /// <summary>Describes a notice without the text of the edition, which is linked.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public Task<CloudEvent> DescribeAsync(StoryNotice notice, CancellationToken cancellationToken) =>
        DescribeAsync(notice, LinkedFormat, mostContent: 0, cancellationToken);

    /// <summary>Writes a CloudEvent.</summary>
    public string Write(CloudEvent described) => JsonSerializer.Serialize(described, json.Value.SerializerOptions);

    private async Task<CloudEvent> DescribeAsync(
        StoryNotice notice,
        DeliveryFormat format,
        int mostContent,
        CancellationToken cancellationToken
    )
    {
        await using var session = store.QuerySession();
        var story =
            await session.LoadAsync<PublishedStory>(notice.Story, cancellationToken)
            ?? throw new InvalidOperationException($"The published state of the story {notice.Story} is missing: repair its view.");
        var site = new Site(publicSite.Name, publicSite.Url ?? Address());
        var line = story.Editions.Last(edition => edition.StoryVersion <= notice.Version);
        var content = await ContentAsync(session, story, notice.Kind, line.Number, format, site, cancellationToken);
        var data = new DeliveryData(notice.Story, notice.Version, story.Slug, site.AddressOf(story.Slug), story.Desk, story.Language)
        {
            Edition = new DeliveredEdition(line.Number, line.Kind, line.At, line.Note),
            Status = story.Takedown?.Status ?? PublicationStatus.Live,
            Notice = story.Takedown?.Notice,
            Content = content.Bytes > mostContent ? content with { State = DeliveredContentState.Linked, Text = null } : content,
            FactCheck = notice.Kind == DeliveryKind.FactCheckPublished ? FactCheckOf(story, notice) : null,
        };
        return Envelope(notice, site, data);
    }

    private static CloudEvent Envelope(StoryNotice notice, Site site, DeliveryData data) =>
        new(
            $"{notice.Event}",
            $"{site.Url}/",
            notice.Kind.CloudEventType(),
            $"{notice.Story}",
            notice.At,
            notice.Sequence.ToString(CultureInfo.InvariantCulture),
            data
        );

    // Without a configured address, the one that the host listens on.
    private string Address() =>
        server
            .Features.Get<IServerAddressesFeature>()
            ?.Addresses.FirstOrDefault(address => Uri.IsWellFormedUriString(address, UriKind.Absolute))
        ?? "http://localhost";

    private async Task<DeliveredContent> ContentAsync(
        IQuerySession session,
        PublishedStory story,
        DeliveryKind kind,
        int edition,
        DeliveryFormat format,
        Site site,
        CancellationToken cancellationToken
    )
    {
        var extension = format.ToKebabCase();
        var url = $"{site.AddressOf(story.Slug)}.{extension}";
        var isTakedown = kind is DeliveryKind.Retracted or DeliveryKind.Killed;
        if (story.Takedown is not null && !isTakedown)
        {
            return new DeliveredContent(extension, DeliveredContentState.Withdrawn);
        }

        if (edition != story.Edition.Number)
        {
            return new DeliveredContent(extension, DeliveredContentState.Superseded);
        }

        if (await editions.RenderAsync(session, story, extension, site, cancellationToken) is not { } rendered)
        {
            return new DeliveredContent(extension, DeliveredContentState.Withdrawn);
        }

        return new DeliveredContent(extension, DeliveredContentState.Included)
        {
            MediaType = rendered.ContentType,
            Url = url,
            Bytes = rendered.Body.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(rendered.Body)),
            Text = Encoding.UTF8.GetString(rendered.Body),
        };
    }

    // A fact check that was withdrawn or changed since is left out.
    private static PublishedFactCheck? FactCheckOf(PublishedStory story, StoryNotice notice) =>
        story.FactChecks?.FirstOrDefault(shown => shown.FactCheck.At == notice.At)?.FactCheck;
}
