using System.Diagnostics;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.EvidenceFiles;

/// <summary>Decides commands on evidence files.</summary>
public static class EvidenceFileDecider
{
    /// <summary>Decides a command on a file.</summary>
    /// <param name="state">The file; null where it is not stored.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">The caller.</param>
    public static Decision<EvidenceFileEvent> Decide(EvidenceFile? state, EvidenceFileCommand command, EvidenceFileContext context) =>
        command switch
        {
            AddEvidenceFile add => Add(state, add, context.Actor),
            ReadEvidenceFile read => Read(state, read, context.Actor),
            _ => throw new UnreachableException($"{command.GetType().Name} has no rule."),
        };

    /// <summary>Refuses a caller who may not add files; null if allowed.</summary>
    public static Refusal? RefuseActor(Actor actor) => ConfigurationCatalog.AddEvidenceFile.RefuseUnlessHeldBy(actor);

    /// <summary>Returns the refusal of an erased file.</summary>
    public static Refusal Erased(string digest) =>
        Refusal.Rule("evidence-file-erased", $"The file {digest} was erased by law and is not accepted again.");

    private static Decision<EvidenceFileEvent> Add(EvidenceFile? state, AddEvidenceFile command, Actor actor)
    {
        var refusal =
            RefuseActor(actor)
            ?? TextRules.RefuseCharacters("name", command.Name)
            ?? (state is { IsErased: true } ? Erased(command.Sha256) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        if (state is not null && (state.Confidential || !command.Confidential))
        {
            return new Decision<EvidenceFileEvent>.Accepted();
        }

        var name = state?.Name ?? NameOf(command.Name);
        return new EvidenceFileAdded(command.Sha256, command.Bytes, command.MediaType, name, command.Confidential);
    }

    /// <summary>Returns the name of a file without its directories, because downloads are saved under it.</summary>
    private static string NameOf(string path)
    {
        var name = path.Split('/', '\\')[^1];
        return name is "." or ".." or EvidenceFileAdded.Erased ? "" : name;
    }

    private static Decision<EvidenceFileEvent> Read(EvidenceFile? state, ReadEvidenceFile command, Actor actor)
    {
        if (ConfigurationCatalog.ReadEvidenceFile.RefuseUnlessHeldBy(actor) is { } forbidden)
        {
            return forbidden;
        }

        if (state is null)
        {
            return Refusal.NotFound("unknown-evidence-file", $"There is no evidence file {command.Sha256}.");
        }

        return state.IsErased ? Erased(command.Sha256) : new EvidenceFileRead(command.Sha256);
    }
}
