using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Matching.Eligibility;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Agreement;

/// <summary>An agreement of an employer, as the person recorded it.</summary>
internal sealed class VolunteerAgreement
{
    private VolunteerAgreement()
    {
    }

    public VolunteerAgreement(PersonId person, EmployerAgreement agreement) =>
        (PersonId, Employer, ValidFrom, ValidUntil, MonthlyDays) = (person, agreement.Employer, agreement.From, agreement.Until, agreement.MonthlyDays);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public PersonId PersonId { get; private init; }

    public string Employer { get; private init; } = "";

    public DateOnly ValidFrom { get; private init; }

    /// <summary>The last day, that day included.</summary>
    public DateOnly ValidUntil { get; private init; }

    public int? MonthlyDays { get; private init; }

    public bool Covers(DateOnly day) => ValidFrom <= day && day <= ValidUntil;

    /// <summary>As the rules see it.</summary>
    public CandidateAgreement Shown => new(new DaySpan(ValidFrom, ValidUntil.AddDays(1)), MonthlyDays);

    internal sealed class Mapping : IEntityTypeConfiguration<VolunteerAgreement>
    {
        public void Configure(EntityTypeBuilder<VolunteerAgreement> agreement)
        {
            agreement.HasKey(a => a.Id);
            agreement.Ignore(a => a.Shown);
            agreement.Property(a => a.Id).ValueGeneratedNever();
        }
    }
}
