using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Matching.Rest;

namespace Relais.Commitments.Contracts;

/// <summary>A calendar file that was read.</summary>
public readonly record struct EmployerImportId(Guid Value) : IStrongId<EmployerImportId>
{
    public static EmployerImportId New() => new(Guid.CreateVersion7());

    public static EmployerImportId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <param name="AreKnown">Whether the hours of the person at their employer count as known now.</param>
/// <param name="NoEmployer">The person said that nobody else employs them.</param>
/// <param name="Shifts">Earliest first, those of the imports among them.</param>
/// <param name="Imports">Latest first.</param>
public sealed record EmployerHours(bool AreKnown, bool NoEmployer, IReadOnlyList<EmployerShift> Shifts, IReadOnlyList<EmployerImport> Imports);

/// <param name="TimeZone">The IANA zone in whose clocks it was told.</param>
/// <param name="Import">The file that it comes from; null for a shift typed by the person.</param>
public sealed record EmployerShift(CommitmentId Id, Interval When, int WorkedMinutes, string TimeZone, EmployerImportId? Import);

/// <param name="Shifts">How many shifts are still held from it.</param>
/// <param name="Until">The end of the last of them.</param>
public sealed record EmployerImport(EmployerImportId Id, string FileName, DateTimeOffset ImportedAt, int Shifts, DateTimeOffset? Until);

/// <summary>A shift as its person types it.</summary>
public sealed record NewEmployerShift
{
    public required PersonId Person { get; init; }

    public required Interval When { get; init; }

    /// <summary>Unpaid break, in minutes.</summary>
    public int BreakMinutes { get; init; }

    /// <summary>The IANA zone in whose clocks it is told.</summary>
    public required string TimeZone { get; init; }
}

/// <summary>What became of a shift that was typed.</summary>
public abstract record ShiftAnswer
{
    private ShiftAnswer()
    {
    }

    public sealed record Recorded(CommitmentId Id) : ShiftAnswer;

    /// <param name="Code"><c>shift.break</c>, <c>shift.length</c>, <c>shift.period</c>, <c>shift.overlap</c>.</param>
    /// <param name="Sentence">Ready to be shown beside the hours.</param>
    public sealed record Refused(string Code, string Sentence) : ShiftAnswer;
}
