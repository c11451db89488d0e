using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Dossier;

internal sealed class VolunteerMapping : IEntityTypeConfiguration<Volunteer>
{
    public void Configure(EntityTypeBuilder<Volunteer> volunteer)
    {
        volunteer.HasKey(v => v.PersonId);
        volunteer.Property(v => v.Week).HasConversion(week => week.ToString(), text => WeekGrid.Parse(text)!);
        volunteer.Property(v => v.Schemes).HasConversion<int>();
        volunteer.Ignore(v => v.Professions).Ignore(v => v.Reach).Ignore(v => v.Readiness).Ignore(v => v.Preferences);
        volunteer.HasMany(v => v.Skills).WithOne().HasForeignKey(s => s.PersonId);
        volunteer.HasMany(v => v.Zones).WithOne().HasForeignKey(z => z.PersonId);
        volunteer.HasMany(v => v.Spells).WithOne().HasForeignKey(s => s.PersonId);
        volunteer.HasMany(v => v.Agreements).WithOne().HasForeignKey(a => a.PersonId);
        volunteer.HasMany(v => v.Titles).WithOne().HasForeignKey(t => t.PersonId);
    }
}
