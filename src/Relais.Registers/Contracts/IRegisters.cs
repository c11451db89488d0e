using Relais.Kernel.Identifiers;

namespace Relais.Registers.Contracts;

/// <summary>What the registers of the State said when they were last taken in. Reading them asks nobody outside.</summary>
public interface IRegisters
{
    /// <summary>The extract in place, or nothing as long as none was taken in.</summary>
    Task<RegisterStanding?> StandingAsync(RegisterKind register, CancellationToken cancellation);

    /// <summary>Those of these numbers that the register knows, or knew until a while ago.</summary>
    Task<IReadOnlyDictionary<Rpps, RegisteredPerson>> FindAsync(IReadOnlyCollection<Rpps> numbers, CancellationToken cancellation);

    /// <inheritdoc cref="FindAsync(IReadOnlyCollection{Rpps}, CancellationToken)"/>
    Task<IReadOnlyDictionary<Finess, RegisteredFacility>> FindAsync(IReadOnlyCollection<Finess> numbers, CancellationToken cancellation);

    /// <summary>Those of these numbers under which the register lists establishments: a legal entity may have no line of its own.</summary>
    Task<IReadOnlySet<Finess>> HoldersAsync(IReadOnlyCollection<Finess> numbers, CancellationToken cancellation);
}

/// <param name="Vintage">The day that the extract in place describes.</param>
/// <param name="Lines">How many lines it holds, each once.</param>
/// <param name="ImportedAt">When it was taken in.</param>
public sealed record RegisterStanding(DateOnly Vintage, long Lines, DateTimeOffset ImportedAt);

/// <summary>A professional as the register names them.</summary>
public sealed record RegisteredPerson(Rpps Number, string LastName, string FirstName, IReadOnlyList<RegisteredPractice> Practices)
{
    /// <summary>No practice is in the register any more, and the delay after which that counts is over.</summary>
    public bool IsGone => Practices.All(practice => practice.IsGone);
}

/// <param name="Profession">Code of TRE_G15: 10 physician, 60 nurse…</param>
/// <param name="Category">C civil, M military, E student.</param>
/// <param name="Skill">Code of the speciality (TRE_R38), or nothing.</param>
/// <param name="MissingSince">The vintage of the first extract without it.</param>
/// <param name="IsGone">Missing for longer than the delay in force: extracts have holes.</param>
public sealed record RegisteredPractice(string Profession, string Category, string? Skill, DateOnly? MissingSince, bool IsGone);

/// <param name="Entity">The legal entity that holds it; its own number for an entity.</param>
/// <param name="Category">Code of TRE_R66: 355 hospital, 500 EHPAD…</param>
/// <param name="Commune">Code of the commune, where the extract has one.</param>
/// <param name="ClosedOn">The day since which the register says that it is closed.</param>
/// <param name="IsGone">Missing for longer than the delay in force.</param>
public sealed record RegisteredFacility(
    Finess Number, Finess Entity, string Name, string Category, CommuneCode? Commune, string? Address, string? Phone, DateOnly? ClosedOn, DateOnly? MissingSince, bool IsGone)
{
    /// <summary>The register does not show it as open any more.</summary>
    public bool IsOver => IsGone || ClosedOn is not null;
}
