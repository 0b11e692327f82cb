using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>Finds the reasons that people gave.</summary>
internal static class EventReasons
{
    /// <summary>Returns the reason that an event gives; null where it gives none.</summary>
    public static string? Of(StoryEvent happened) =>
        happened switch
        {
            QuoteWithdrawn e => e.Reason,
            ClaimWithdrawn e => e.Reason,
            FactChecked e => e.Reason,
            ChangesRequested e => e.Reason,
            ApprovalWithdrawn e => e.Reason,
            HoldPlaced e => e.Reason,
            HoldLifted e => e.Reason,
            QuotationDismissed e => e.Reason,
            LegalReviewRequested e => e.Reason,
            EmbargoSet e => e.Reason,
            EmbargoLifted e => e.Reason,
            StoryMarkedConfidential e => e.Reason,
            ConfidentialityLifted e => e.Reason,
            GateWaived e => e.Reason,
            StoryCorrected e => e.Note,
            ScheduleCancelled e => e.Reason,
            StoryWithheld e => e.Reason,
            StoryReleased e => e.Reason,
            TakedownEvent e => e.Reason,
            FactCheckWithdrawn e => e.Reason,
            StorySpiked e => e.Reason,
            StoryUnspiked e => e.Reason,
            _ => happened.Origin?.Message,
        };
}
