using System.Text.Json;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Enums and fingerprints are stored as words.</summary>
public sealed class StoredWordSpecs
{
    [Fact]
    public void Enums_are_written_as_words_and_never_as_numbers()
    {
        Written<Role>().ShouldBe("reporter editor fact-checker legal publisher chief-editor auditor admin");
        Written<ArticleField>().ShouldBe("headline standfirst body");
        Written<Verdict>().ShouldBe("verified disputed wrong unverifiable");
        Written<EvidenceKind>().ShouldBe("recording transcript document interview dataset expert erased");
        Written<EditionKind>().ShouldBe("first update refile correction clarification editors-note");
        Written<Gate>()
            .ShouldBe(
                "quotes-attributed quotes-verified claims-checked headline-quotes-sourced approvals legal-clearance no-holds "
                    + "notes-resolved embargo-passed"
            );
        Written<GateOutcome>().ShouldBe("passed failed waived");
        Written<QuotedState>().ShouldBe("attributed dismissed term unattributed unclosed");
        Written<PolicyState>().ShouldBe("proposed in-force superseded rejected");
        Written<RefusalKind>().ShouldBe("malformed forbidden not-found overlap stale too-large rule basis-missing gone");
        Written<Genre>().ShouldBe("report fact-check");
        Written<ClaimantKind>().ShouldBe("person organization");
        Written<FactCheckEnd>().ShouldBe("withdrawn words-changed verdict-changed claim-withdrawn genre-changed");
        Written<Stage>().ShouldBe("drafting in-review spiked");
        Written<PublicationStatus>().ShouldBe("unpublished live withheld retracted killed");
        Written<PassageKind>().ShouldBe("quote claim");
        Written<DeliveryKind>().ShouldBe("published corrected withheld released retracted killed fact-check-published");
        Written<DeliveryFormat>().ShouldBe("json html ninjs newsml jsonld md");
        Written<DeliveryState>().ShouldBe("pending delivered failed cancelled");
        Written<SubscriberState>().ShouldBe("active paused removed");
        Written<PassageState>().ShouldBe("unchecked lapsed verified adverse orphaned");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("\"0\"")]
    [InlineData("\"Chief Editor\"")]
    [InlineData("null")]
    public void No_other_words_are_read_as_a_role(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Role>(json, Storage));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"000000000000000000000000000000000000000000000000000000000000000A\"")]
    [InlineData("\"000000000000000000000000000000000000000000000000000000000000000\"")]
    [InlineData("\"g000000000000000000000000000000000000000000000000000000000000000\"")]
    [InlineData("null")]
    public void A_fingerprint_is_64_lower_case_hexadecimal_digits(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Fingerprint>(json, Storage));

    private static string Written<TEnum>()
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            JsonSerializer.Serialize(value).ShouldBe($"\"{value.ToKebabCase()}\"");
            JsonSerializer.Deserialize<TEnum>($"\"{value.ToKebabCase()}\"").ShouldBe(value);
        }

        return string.Join(' ', Enum.GetValues<TEnum>().Select(v => v.ToKebabCase()));
    }
}
