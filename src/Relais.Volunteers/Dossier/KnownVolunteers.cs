using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Rules;
using Relais.Matching.Eligibility;
using Relais.Territory.Contracts;
using Relais.Volunteers.Agreement;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Dossier;

internal sealed class KnownVolunteers(RelaisDb db, ICommunes communes, DatedRules rules, TimeProvider clock) : IVolunteers
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<IReadOnlyDictionary<PersonId, VolunteerSummary>> FindAsync(IReadOnlyCollection<PersonId> persons, CancellationToken cancellation)
    {
        var today = Today;
        return await db.Set<Volunteer>().AsNoTracking()
            .Where(volunteer => persons.Contains(volunteer.PersonId))
            .Select(volunteer => new VolunteerSummary(
                volunteer.PersonId,
                volunteer.Status,
                volunteer.Regime,
                volunteer.HomeCommune.Value,
                volunteer.WeeklyLimit,
                !volunteer.IsOn || volunteer.PausedUntil > today))
            .ToDictionaryAsync(summary => summary.Person, cancellation);
    }

    public async Task<DayLimits> DayLimitsAsync(PersonId person, CancellationToken cancellation)
    {
        if (await db.Set<Volunteer>().AsNoTracking().Include(volunteer => volunteer.Agreements).SingleOrDefaultAsync(volunteer => volunteer.PersonId == person, cancellation) is not { } volunteer)
        {
            return DayLimits.None;
        }

        var needed = await AgreementRules.ReadAsync(rules, cancellation);
        return AgreementRules.Limits(needed.NeededBy(volunteer.Status, volunteer.EmployerKind), [.. volunteer.Agreements.Select(agreement => agreement.Shown)], volunteer.YearlyDays);
    }

    public async Task<IReadOnlyDictionary<PersonId, AnonymousProfile>> DescribeAsync(
        IReadOnlyCollection<PersonId> persons, ProfessionUnit cell, CommuneCode seenFrom, CancellationToken cancellation)
    {
        var volunteers = await db.Set<Volunteer>().AsNoTracking().AsSplitQuery()
            .Where(volunteer => persons.Contains(volunteer.PersonId))
            .Include(volunteer => volunteer.Skills)
            .Include(volunteer => volunteer.Titles)
            .ToListAsync(cancellation);
        var table = await communes.GetAsync(cancellation);
        var place = table.Find(seenFrom);

        return volunteers
            .Where(volunteer => volunteer.Skills.Any(skill => skill.Cell == cell))
            .ToDictionary(volunteer => volunteer.PersonId, volunteer => new AnonymousProfile(
                cell,
                ExperienceBands.Of(volunteer.Skills.Single(skill => skill.Cell == cell).Years),
                JourneyBands.Of(place is not null && table.Find(volunteer.HomeCommune) is { } home ? table.Minutes(home.Index, place.Index) : null),
                volunteer.Titles.SingleOrDefault(title => title.Profession == cell.Profession)?.Title.LevelOn(Today),
                volunteer.Status is VolunteerStatus.Student));
    }
}
