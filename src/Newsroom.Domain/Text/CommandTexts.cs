using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;

namespace Newsroom.Domain.Text;

/// <summary>Every text a command carries, at every depth: none may hold characters that cannot be kept or that deceive.</summary>
public static class CommandTexts
{
    /// <summary>The refusal of a command one of whose texts holds a character that no text may hold, or null.</summary>
    public static Refusal? Refuse(object command) => RequestMembers.Of(command).Select(RefuseMember).FirstOrDefault(r => r is not null);

    private static Refusal? RefuseMember(RequestMember member) =>
        member.Value switch
        {
            null when member.Member.EndsWith(']') => new Refusal(
                RefusalKind.Malformed,
                "null-member",
                $"{member.Path} is null; leave it out."
            ),
            string text => TextRules.RefuseCharacters(member.Path, text),
            _ => null,
        };
}
