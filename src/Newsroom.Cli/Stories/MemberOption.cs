using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Cli.Asking;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Stories;

/// <summary>A member of a command as an option of its verb. How it is written follows from its type alone.</summary>
/// <param name="Member">The member.</param>
/// <param name="Option">The option.</param>
/// <param name="Read">Its value as requests carry it, when it was given.</param>
internal sealed record MemberOption(Member Member, Option Option, Func<Run, JsonNode?> Read)
{
    /// <summary>The option of a member of a command.</summary>
    public static MemberOption Of(Member member, CommandDescription command) => member switch
    {
        { Name: nameof(StoryCommand.As) } => Word(member, command.Roles.Select(r => r.ToKebabCase())),
        { Name: nameof(StoryCommand.ReviseArticle.Body) } => Text(member, (input, given) => input.Exactly(given)),
        { Type: var type } when type == typeof(string) => Text(member, (input, given) => input.Phrase(given)),
        { Type: var type } when type == typeof(bool) => Flag(member),
        { Type: var type } when type == typeof(int) || type == typeof(long) => Number(member),
        { Type: var type } when type == typeof(DateTimeOffset) => Time(member),
        { Type: var type } when type == typeof(Fingerprint) => Fingerprints.Option(member),
        { Type: var type } when type == typeof(ImmutableArray<EvidenceItem>) => EvidenceText.Option(member),
        { IsPhrases: true } => Phrases.Option(member),
        { Type.IsEnum: true } => Word(member, Enum.GetNames(member.Type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)),
        _ => Literal(member),
    };

    private static MemberOption Text(Member member, Func<TextInput, string, string> read)
    {
        var option = New<string>(member, "text");
        return new MemberOption(member, option, run => read(run.Input, run.Of(option)!));
    }

    private static MemberOption Word(Member member, IEnumerable<string> words)
    {
        var option = New<string>(member, member.Name == nameof(StoryCommand.As) ? "role" : member.Word);
        option.OneOf(words);
        return new MemberOption(member, option, run => run.Of(option));
    }

    private static MemberOption Flag(Member member)
    {
        var option = New<bool>(member, null);
        option.Arity = ArgumentArity.Zero;
        return new MemberOption(member, option, run => run.Of(option));
    }

    private static MemberOption Number(Member member)
    {
        var option = new NumberOption(member.Option, MemberHelp.Of(member)) { Required = member.Required };
        return new MemberOption(member, option, run => run.Of(option));
    }

    private static MemberOption Time(Member member)
    {
        var option = new TimeOption(member.Option, MemberHelp.Of(member)) { Required = member.Required };
        return new MemberOption(member, option, run => run.Of(option));
    }

    // Anything else that requests write as one JSON string, such as ids. The type's own reader says whether it is one.
    private static MemberOption Literal(Member member)
    {
        var option = New<string>(member, "value");
        option.Validators.Add(given => Validate(given, member));
        return new MemberOption(member, option, run => run.Of(option));
    }

    private static void Validate(OptionResult given, Member member)
    {
        try
        {
            JsonSerializer.Deserialize(JsonSerializer.Serialize(given.Tokens.Single().Value), member.Type, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            given.AddError($"{member.Option} cannot be \"{given.Tokens.Single().Value}\".");
        }
    }

    private static Option<T> New<T>(Member member, string? helpName) => new(member.Option) { Required = member.Required, HelpName = helpName, Description = MemberHelp.Of(member) };
}
