using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Kernel.Messages;
using Relais.Kernel.Time;

namespace Relais.Accounts.People;

/// <summary>How and when a person wants to be reached. Without a row: by e-mail, not at night but for what cannot wait.</summary>
internal sealed class ContactWishes
{
    public required PersonId PersonId { get; init; }

    public bool WantsEmail { get; set; } = true;

    /// <summary>Only ever by the person's own choice: text messages ask for consent.</summary>
    public bool WantsSms { get; set; }

    /// <summary>Since when no notice goes by e-mail, by the link at the foot of one.</summary>
    public DateTimeOffset? EmailStoppedAt { get; set; }

    public DateTimeOffset? SmsStoppedAt { get; set; }

    /// <summary>Minutes since midnight; the same at both ends for no quiet hours.</summary>
    public int QuietFrom { get; set; } = 22 * 60;

    public int QuietTo { get; set; } = 7 * 60;

    /// <summary>A need that cannot wait for the morning is told even then.</summary>
    public bool WakesWhenUrgent { get; set; } = true;

    public string Zone { get; set; } = "Europe/Paris";

    /// <summary>Quiet hours of each day, in place of those of every day.</summary>
    public string? QuietWeek { get; set; }

    public QuietWeek Quiet => QuietWeek is { } week
        ? Kernel.Messages.QuietWeek.Parse(week, Zone)
        : Kernel.Messages.QuietWeek.EveryDay(TimeOnly.MinValue.AddMinutes(QuietFrom), TimeOnly.MinValue.AddMinutes(QuietTo), Zone);

    /// <summary>On the clocks of where the person lives.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Zone));

    /// <summary>When the day begins where the person lives.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Instant(day, TimeOnly.MinValue);

    /// <summary>When the clocks of where the person lives show that time.</summary>
    public DateTimeOffset Instant(DateOnly day, TimeOnly time) => ShiftTime.Instant(day, time, TimeZoneInfo.FindSystemTimeZoneById(Zone));

    internal sealed class Mapping : IEntityTypeConfiguration<ContactWishes>
    {
        public void Configure(EntityTypeBuilder<ContactWishes> wishes)
        {
            wishes.HasKey(w => w.PersonId);
            wishes.Ignore(w => w.Quiet);
            wishes.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId);
        }
    }
}
