using Microsoft.AspNetCore.Http;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;

namespace Newsroom.Console.Pages;

/// <summary>Answers a form of the editor: shows what a save would do, saves, or puts the chosen words of a conflict together.</summary>
internal sealed class EditRequest(string story, HttpContext http, NewsroomClient api, TimeProvider clock)
{
    /// <summary>The button that saves.</summary>
    public const string Save = "save";

    /// <summary>The button that shows what a save would do.</summary>
    public const string Preview = "preview";

    /// <summary>The button that uses the chosen words.</summary>
    public const string Choose = "choose";

    /// <summary>The field with the version that a conflict was shown with.</summary>
    public const string ConflictWith = "current";

    /// <summary>The prefix of the fields with the chosen sides.</summary>
    public const string Choice = "choice-";

    private CancellationToken Cancellation => http.RequestAborted;

    /// <summary>Answers.</summary>
    /// <param name="typed">What the person wrote.</param>
    /// <exception cref="ApiException">The API refused a read.</exception>
    public async Task<IResult> AnswerAsync(EditModel typed)
    {
        var visit = Visit.LoadAsync(api, http, clock);
        var names = PersonNames.LoadAsync(api, Cancellation);
        var before = (await api.Stories.GetAsync(story, new PointInTime(typed.Draft.BasedOn), Cancellation)).Value;
        var model = typed with
        {
            Visit = await visit,
            Names = await names,
            Language = before.Language,
            Shown = before,
            Draft = typed.Draft.Restore(WrittenTexts.Of(before.Article)),
        };
        try
        {
            return await AnswerAsync(model, before);
        }
        catch (ApiException refused) when (!refused.IsTransient && refused.StatusCode != System.Net.HttpStatusCode.Unauthorized)
        {
            return await RefuseAsync(model, before, refused);
        }
    }

    private async Task<IResult> AnswerAsync(EditModel model, StoryDetails before)
    {
        var command = model.Draft.Revision(WrittenTexts.Of(before.Article));
        var preview = (await api.Stories.PreviewAsync(before.Id, command, Cancellation)).Value;
        var lapses = new SeenEffects(preview.Effects);
        var asked = http.Request.Form[EditPage.Button].ToString();
        if (asked != Save || (lapses.HasLapses && model.Draft.Seen != lapses.Key))
        {
            return EditPage.View(StatusCodes.Status200OK, await ShowAsync(model, before, preview, isSaving: asked == Save));
        }

        var saved = (await api.Stories.SendAsync(before.Id, command, model.Draft.Key, Cancellation)).Value;
        var others = saved.Merged is { Count: > 0 } merged ? OthersChanges.Parameters(model.Draft.BasedOn, merged) : "";
        return Views.SeeOther(http, $"{model.Story}?done={command.Name}{others}");
    }

    private async Task<EditModel> ShowAsync(EditModel model, StoryDetails before, CommandPreview preview, bool isSaving)
    {
        var now = (await api.Stories.GetAsync(before.Id, cancellationToken: Cancellation)).Value;
        return model with
        {
            Draft = model.Draft with { Seen = new SeenEffects(preview.Effects).Key },
            Effects = preview.Effects,
            Unsaved = isSaving ? ["A save would have these effects. Save again if they are meant."] : [],
            Article = isSaving ? null : Written(before, model.Draft.Texts),
            Others = await OthersAsync(before, now),
        };
    }

    private async Task<IResult> RefuseAsync(EditModel model, StoryDetails before, ApiException refused)
    {
        // Another attempt is another command.
        var refusal = model with { Draft = model.Draft with { Key = EditDraft.NewKey() }, Refusal = refused, IsRefused = true };
        if (refused.Reasons.Any(reason => reason.Code == Offers.RoleAmbiguous))
        {
            refusal = refusal with { Roles = model.Visit!.Me.Roles };
        }

        var conflict = await ConflictedRevision.ReadAsync(
            api.Stories,
            before.Id,
            before.Version,
            model.Draft.Texts,
            refused.Problem,
            Cancellation
        );
        if (conflict is null)
        {
            return EditPage.View((int)refused.StatusCode, refusal);
        }

        var form = http.Request.Form;
        var choices = Enumerable.Range(0, conflict.Conflicts.Count).Select(i => form[$"{Choice}{i}"].ToString()).ToList();
        var isAnswered = form[EditPage.Button] == Choose && form[ConflictWith] == $"{conflict.Current}" && choices.All(IsChoice);
        return isAnswered && await ResolveAsync(refusal, conflict, [.. choices.Select(ChoiceOf)]) is { } resolved
            ? resolved
            : EditPage.View((int)refused.StatusCode, refusal with { Conflict = conflict });
    }

    private async Task<IResult?> ResolveAsync(EditModel model, ConflictedRevision conflict, IReadOnlyList<ConflictChoice> choices)
    {
        if (await conflict.ResolveAsync(api.Stories, story, choices, model.Draft.Role, Cancellation) is not { } texts)
        {
            return null;
        }

        var resolved = model with
        {
            Draft = model.Draft with { BasedOn = conflict.Current, Texts = texts, Seen = null },
            Refusal = null,
            IsRefused = false,
            IsResolved = true,
        };
        return EditPage.View(StatusCodes.Status200OK, resolved);
    }

    private async Task<OthersChanges?> OthersAsync(StoryDetails before, StoryDetails now) =>
        before.Version == now.Version
            ? null
            : await OthersChanges.ReadAsync(api, before.Id, before.Version, now.Version, [], Cancellation);

    // The passages of the version before are not where the text has them now.
    private static StoryDetails Written(StoryDetails before, WrittenTexts texts) =>
        before with
        {
            Article = before.Article with { Headline = texts.Headline, Standfirst = texts.Standfirst, Body = texts.Body },
            Quotes = [],
            Claims = [],
        };

    private static bool IsChoice(string value) => Enum.TryParse<ConflictChoice>(value, out var choice) && Enum.IsDefined(choice);

    private static ConflictChoice ChoiceOf(string value) => Enum.Parse<ConflictChoice>(value);
}
