using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text.Proposals;

/// <summary>Features by which sentences are ranked as worth checking.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ClaimFeature>))]
public enum ClaimFeature
{
    /// <summary>A number in digits.</summary>
    Number,

    /// <summary>A unit or an order of magnitude: percent, million.</summary>
    Magnitude,

    /// <summary>A sum of money.</summary>
    Money,

    /// <summary>A number in words.</summary>
    NumberInWords,

    /// <summary>A date or a period.</summary>
    Date,

    /// <summary>A superlative, or a word without exceptions: never, every.</summary>
    Superlative,

    /// <summary>A comparison.</summary>
    Comparison,

    /// <summary>A change: rose, lost, doubled.</summary>
    Change,

    /// <summary>A cause.</summary>
    Cause,

    /// <summary>An act of record: voted, signed, spent.</summary>
    Act,

    /// <summary>A source without a name.</summary>
    UnnamedSource,

    /// <summary>A verb in the past.</summary>
    Past,

    /// <summary>An opinion, a wish or a prediction, which no evidence settles.</summary>
    Opinion,

    /// <summary>The first person.</summary>
    FirstPerson,

    /// <summary>A question.</summary>
    Question,

    /// <summary>Fewer than five words.</summary>
    FewWords,
}

/// <summary>The weights of the features, fitted on annotated debates; docs/adr/0025 has the measurement.</summary>
public static class ClaimWeights
{
    /// <summary>Gets the weight of each feature; those below zero speak against a sentence.</summary>
    public static ImmutableArray<(ClaimFeature Feature, double Weight)> All { get; } =
    [
        (ClaimFeature.Change, 1.4),
        (ClaimFeature.Number, 1.2),
        (ClaimFeature.Magnitude, .9),
        (ClaimFeature.Past, .6),
        (ClaimFeature.Act, .5),
        (ClaimFeature.NumberInWords, .4),
        (ClaimFeature.Superlative, .3),
        (ClaimFeature.Money, .3),
        (ClaimFeature.Cause, .3),
        (ClaimFeature.Date, .2),
        (ClaimFeature.Comparison, .2),
        (ClaimFeature.UnnamedSource, .2),
        (ClaimFeature.FirstPerson, -.5),
        (ClaimFeature.FewWords, -.6),
        (ClaimFeature.Opinion, -.7),
        (ClaimFeature.Question, -1.8),
    ];
}
