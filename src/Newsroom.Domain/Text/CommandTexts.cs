using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;

namespace Newsroom.Domain.Text;

/// <summary>Validates the characters of all texts in a command, recursively.</summary>
public static class CommandTexts
{
    /// <summary>Refuses a command with a forbidden character; null if it is valid.</summary>
    public static Refusal? Refuse(object command) => RequestMembers.Of(command).Select(RefuseMember).FirstOrDefault(r => r is not null);

    private static Refusal? RefuseMember(RequestMember member) =>
        member.Value switch
        {
            null when member.Member.EndsWith(']') => new Refusal(
                RefusalKind.Malformed,
                "null-member",
                $"{member.Path} is null; omit it instead."
            ),
            string text => TextRules.RefuseCharacters(member.Path, text),
            _ => null,
        };
}
