using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Newsroom.Api.Stories.Commands;

/// <summary>
/// The answer a command got, kept in the command's own transaction so that a repeat under the same Idempotency-Key gets it again. Only
/// successes are kept: a refusal is judged anew.
/// </summary>
/// <param name="Key">The caller and their key, hashed.</param>
/// <param name="Request">What was asked, hashed.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="At">When; old answers may be forgotten.</param>
public sealed record IdempotentAnswer(string Key, string Request, Answered Answer, DateTimeOffset At)
{
    /// <summary>The key of an answer: it belongs to one caller.</summary>
    public static string KeyOf(string person, string idempotencyKey) => Hash($"{person}\n{idempotencyKey}");

    /// <summary>What tells one request from another: where it went, what it was based on, what it said.</summary>
    public static string RequestOf(string path, object command, long? basedOn) =>
        Hash($"{path}\n{basedOn}\n{JsonSerializer.Serialize(command, command.GetType())}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
