using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Dossier;

internal sealed class VolunteerSkill
{
    private VolunteerSkill()
    {
    }

    public VolunteerSkill(PersonId person, ProfessionUnit cell) => (PersonId, Cell) = (person, cell);

    public PersonId PersonId { get; private init; }

    public ProfessionUnit Cell { get; private init; } = null!;

    public int Years { get; private set; }

    public DateOnly? LastPractised { get; private set; }

    public DateOnly? ExpiresOn { get; private set; }

    public Skill Skill => new(Cell, Years, LastPractised, ExpiresOn);

    public void Practise(Skill skill, SkillFreshness freshness) =>
        (Years, LastPractised, ExpiresOn) = (skill.Years, skill.LastPractised, skill.ExpiresOn ?? freshness.ExpiryOf(skill));

    internal sealed class Mapping : IEntityTypeConfiguration<VolunteerSkill>
    {
        public void Configure(EntityTypeBuilder<VolunteerSkill> skill)
        {
            skill.HasKey(s => new { s.PersonId, s.Cell });
            skill.Property(s => s.Cell).HasConversion(cell => cell.Code, code => ProfessionUnit.Find(code)!);
            skill.Ignore(s => s.Skill);
        }
    }
}
