using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Dossier;

internal sealed class VolunteerMapping : IEntityTypeConfiguration<Volunteer>
{
    public void Configure(EntityTypeBuilder<Volunteer> volunteer)
    {
        volunteer.HasKey(v => v.PersonId);
        volunteer.Property(v => v.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
        volunteer.Property(v => v.Week).HasConversion(week => week.ToString(), text => WeekGrid.Parse(text)!);
        volunteer.Property(v => v.Schemes).HasConversion<int>();
        volunteer.Property(v => v.QuietFrom).HasConversion(time => MinuteOf(time), minute => TimeOf(minute));
        volunteer.Property(v => v.QuietTo).HasConversion(time => MinuteOf(time), minute => TimeOf(minute));
        volunteer.Ignore(v => v.Professions);
        volunteer.HasMany(v => v.Skills).WithOne().HasForeignKey(s => s.PersonId);
        volunteer.HasMany(v => v.Zones).WithOne().HasForeignKey(z => z.PersonId);
        volunteer.HasMany(v => v.Spells).WithOne().HasForeignKey(s => s.PersonId);
        volunteer.HasMany(v => v.Titles).WithOne().HasForeignKey(t => t.PersonId);
    }

    private static int MinuteOf(TimeOnly time) => (time.Hour * 60) + time.Minute;

    private static TimeOnly TimeOf(int minute) => new(minute / 60, minute % 60);
}
