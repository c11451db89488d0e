namespace Relais.Volunteers.Contracts;

/// <summary>What a person has done in a cell of the grid.</summary>
/// <param name="Cell">The profession and unit.</param>
/// <param name="Years">Whole years of practice there, 0 for less than one.</param>
/// <param name="LastPractised">The last day there, or nothing when the person did not say.</param>
/// <param name="ExpiresOn">The first day on which it no longer counts without a refresher; nothing while no rule says so.</param>
public sealed record Skill(ProfessionUnit Cell, int Years, DateOnly? LastPractised, DateOnly? ExpiresOn = null)
{
    public bool CountsOn(DateOnly day) => ExpiresOn is null || day < ExpiresOn;
}
