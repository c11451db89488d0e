using Relais.Matching.Eligibility;

namespace Relais.Volunteers.Contracts;

/// <summary>
/// Everybody who accepts shifts, in memory, as up to date as the last change committed on any node. Cells and professions
/// are ranked as in <see cref="ProfessionUnit.All"/> and <see cref="Profession.All"/>, communes as in the table of communes.
/// </summary>
public interface IVolunteerPool
{
    /// <summary>Costs one small query when nothing changed.</summary>
    ValueTask<CandidateIndex> GetAsync(CancellationToken cancellation);
}
