using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>A rule blocks, and commands would resolve its reason.</summary>
/// <param name="Reason">The reason.</param>
public sealed record ReasonRefusal(GateReason Reason) : Refusal(RefusalKind.Rule, Reason.Code, Reason.Message);
