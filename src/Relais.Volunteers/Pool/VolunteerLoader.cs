using Relais.Kernel.Data;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Pool;

internal sealed class VolunteerLoader(RelaisDb db, PoolClock pool, Dossiers dossiers) : IVolunteerLoader
{
    private const int Batch = 5000;

    public Task<int> WriteAsync(IEnumerable<NewVolunteer> volunteers, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var revision = await pool.NextAsync(cancellation);
            var freshness = await dossiers.FreshnessAsync(cancellation);
            var written = 0;
            foreach (var batch in volunteers.Chunk(Batch))
            {
                var opened = Array.ConvertAll(batch, one => Volunteer.Open(one, freshness));
                await WriteAsync(opened, revision, cancellation);
                written += opened.Length;
            }

            return written;
        },
        cancellation);

    private async Task WriteAsync(Volunteer[] volunteers, long revision, CancellationToken cancellation)
    {
        await db.BulkInsertAsync(
            "volunteer",
            [
                "person_id", "status", "regime", "rpps", "home_commune", "time_zone", "travel_minutes", "on_site", "remote", "own_car", "lodging_needed", "nights", "notice_hours",
                "longest_stay_days", "schemes", "week", "is_on", "paused_until", "weekly_limit", "consented_at", "registered_at", "last_active_at", "revision", "employer_kind", "yearly_days",
            ],
            volunteers.Select(v => new object?[]
            {
                v.PersonId.Value, v.Status.ToString(), v.Regime.ToString(), v.Rpps?.Value, v.HomeCommune.Value, v.TimeZone, v.TravelMinutes, v.OnSite, v.Remote, v.OwnCar, v.LodgingNeeded, v.Nights, v.NoticeHours,
                v.LongestStayDays, (int)v.Schemes, v.Week.ToString(), v.IsOn, v.PausedUntil, v.WeeklyLimit, v.ConsentedAt, v.RegisteredAt, v.LastActiveAt, revision, v.EmployerKind?.ToString(), v.YearlyDays,
            }),
            cancellation);
        await db.BulkInsertAsync(
            "volunteer_skill",
            ["person_id", "cell", "years", "last_practised", "expires_on"],
            volunteers.SelectMany(v => v.Skills).Select(s => new object?[] { s.PersonId.Value, s.Cell.Code, s.Years, s.LastPractised, s.ExpiresOn }),
            cancellation);
        await db.BulkInsertAsync(
            "volunteer_zone",
            ["person_id", "kind", "code"],
            volunteers.SelectMany(v => v.Zones).Select(z => new object?[] { z.PersonId.Value, z.Kind.ToString(), z.Code }),
            cancellation);
        await db.BulkInsertAsync(
            "volunteer_spell",
            ["id", "person_id", "kind", "starts_at", "ends_at"],
            volunteers.SelectMany(v => v.Spells).Select(s => new object?[] { s.Id, s.PersonId.Value, s.Kind.ToString(), s.StartsAt, s.EndsAt }),
            cancellation);
        await db.BulkInsertAsync(
            "volunteer_agreement",
            ["id", "person_id", "employer", "valid_from", "valid_until", "monthly_days"],
            volunteers.SelectMany(v => v.Agreements).Select(a => new object?[] { a.Id, a.PersonId.Value, a.Employer, a.ValidFrom, a.ValidUntil, a.MonthlyDays }),
            cancellation);
        await db.BulkInsertAsync(
            "volunteer_title",
            ["id", "person_id", "profession", "asked_level", "level", "valid_until", "verified_at", "verified_by"],
            volunteers.SelectMany(v => v.Titles).Select(t => new object?[]
            {
                t.Id, t.PersonId.Value, t.Profession.Code, (int)t.AskedLevel, (int?)t.Level, t.ValidUntil, t.VerifiedAt, t.VerifiedBy,
            }),
            cancellation);
    }
}
