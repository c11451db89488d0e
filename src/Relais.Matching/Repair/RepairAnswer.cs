using Relais.Matching.Planning;

namespace Relais.Matching.Repair;

/// <summary>What changes after a withdrawal, an absence or a new need.</summary>
/// <param name="Removed">Assignments that end, those of the person who withdraws first.</param>
/// <param name="Added">Assignments that begin.</param>
/// <param name="Disturbed">How many other people the answer names, newcomers included.</param>
/// <param name="IsRefilled">Whether no more posts are open than before, of the shift that was named or, for an absence, of all.</param>
/// <param name="Delta">What the plan costs more, whole units.</param>
public sealed record RepairAnswer(IReadOnlyList<Assignment> Removed, IReadOnlyList<Assignment> Added, int Disturbed, bool IsRefilled, long Delta);
