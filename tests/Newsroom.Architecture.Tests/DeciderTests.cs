using System.Reflection;
using Newsroom.Domain.Kernel;

namespace Newsroom.Architecture.Tests;

/// <summary>Every decider has one form: <c>Decide(state, command, context)</c> returns a decision.</summary>
public sealed class DeciderTests
{
    private static readonly Type[] Deciders =
    [
        .. typeof(Refusal).Assembly.GetTypes().Where(type => type.IsClass && type.Name.EndsWith("Decider", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Desks_people_speakers_subscribers_policies_erasures_and_stories_have_deciders() =>
        Deciders
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "DeskDecider",
                "ErasureDecider",
                "EvidenceFileDecider",
                "PersonDecider",
                "PolicyDecider",
                "SpeakerDecider",
                "StoryDecider",
                "SubscriberDecider",
            ]);

    [Fact]
    public void A_decider_takes_state_command_and_context_and_returns_a_decision()
    {
        foreach (var method in Deciders.SelectMany(type => Public(type).Where(m => m.Name == "Decide")))
        {
            var form = $"{method.DeclaringType!.Name}.{method}";
            method.GetParameters().Length.ShouldBe(3, form);
            method.GetParameters()[0].Name.ShouldBe("state", form);
            method.GetParameters()[2].ParameterType.Name.ShouldEndWith("Context", Case.Sensitive, form);
            method.ReturnType.IsGenericType.ShouldBeTrue(form);
            method.ReturnType.GetGenericTypeDefinition().ShouldBe(typeof(Decision<>), form);
        }
    }

    [Fact]
    public void Every_decider_decides() => Deciders.ShouldAllBe(type => Public(type).Any(m => m.Name == "Decide"));

    private static MethodInfo[] Public(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static);
}
