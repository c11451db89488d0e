using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Kernel.Jobs;
using Relais.Kernel.Time;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.PublicReports;
using Relais.Reinforcement.RegionPlans;
using Relais.Reinforcement.Series;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Demonstration;

/// <summary>
/// Invents a manager in Carhaix, the templates of the hospitals, and needs in every state. What people do in it goes
/// through the same doors as in life, so that nothing in it could not have happened.
/// </summary>
internal sealed class NeedsDemonstration(
    RelaisDb db, IFacilities facilities, IDemonstrationCast cast, NeedDrafts drafts, SeriesDrafts series, PublishedReports reports, InventedStory story, Excluding excluding,
    PlanDesk plans, IJobHandler<MakeRegionPlan> planning) : IDemonstration
{
    public async Task SeedAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        var hospitals = await facilities.SearchAsync("centre hospitalier", 20, cancellation);
        var carhaix = hospitals.First(facility => facility.Name.Contains("Carhaix", StringComparison.Ordinal));
        await cast.InventAsync(run, "facility-manager", ("Katell", "Le Gall"), Role.FacilityManager, new Scope.Facility(carhaix.Number.Value), cancellation);

        foreach (var hospital in hospitals)
        {
            db.AddRange(InventedShift.Usual.Select(shift => shift.On(run.Now).ToTemplate(hospital.Number, shift.Name)));
        }

        await db.SaveChangesAsync(cancellation);
        await ShowEveryStateAsync(run, carhaix, cancellation);
        await TellLastMonthAsync(run, carhaix, cancellation);
        foreach (var (rank, hospital) in hospitals.Where(hospital => hospital != carhaix).Index())
        {
            var need = await WriteAsync(hospital, InventedShift.Usual[rank % InventedShift.Usual.Count], run.Now.AddDays(1 + run.Random.Next(0, 6)), Filling.FirstSuitable, cancellation);
            switch (rank % 3)
            {
                case 0:
                    await story.AskAsync(need, cancellation);
                    break;
                case 1:
                    await story.FillAsync(need, cancellation);
                    break;
            }
        }

        await PartSomeAsync(run, carhaix, hospitals[^1], cancellation);
        await ShowABadDayAsync(run, hospitals.First(facility => facility.Name.Contains("Gourin", StringComparison.Ordinal)), cancellation);
        await PlanAsync(cancellation);
        var needs = await db.Set<Need>().CountAsync(cancellation);
        run.Progress($"{needs} besoins, {InventedShift.Usual.Count * hospitals.Count} modèles");
    }

    private async Task ShowEveryStateAsync(DemonstrationRun run, FacilitySummary hospital, CancellationToken cancellation)
    {
        var (night, day, morning, doctor) = (InventedShift.Usual[0], InventedShift.Usual[1], InventedShift.Usual[2], InventedShift.Usual[3]);
        await story.FillLongAgoAsync(hospital, night, run.Now.AddDays(-9), areHoursAgreed: true, cancellation);
        await story.FillLongAgoAsync(hospital, night, run.Now.AddDays(-4), areHoursAgreed: false, cancellation);

        await story.AskAsync(await WriteAsync(hospital, night, run.Now.AddDays(1), Filling.FirstSuitable, cancellation), cancellation);
        await story.FillAsync(await WriteAsync(hospital, morning, run.Now.AddDays(2), Filling.FirstSuitable, cancellation), cancellation);
        await story.CollectCandidatesAsync(await WriteAsync(hospital, day, run.Now.AddDays(3), Filling.ChosenByManager, cancellation), cancellation);
        await story.CallOffAsync(await WriteAsync(hospital, doctor, run.Now.AddDays(2), Filling.FirstSuitable, cancellation), cancellation);
        await WriteAsync(hospital, night, run.Now.AddDays(5), Filling.FirstSuitable, cancellation);
        await RepeatAsync(hospital, morning, run.Now.AddDays(15), cancellation);
    }

    /// <summary>The hospital of Carhaix no longer calls on one of those who come to it; the nurse no longer wants to go to another one.</summary>
    private async Task PartSomeAsync(DemonstrationRun run, FacilitySummary hospital, FacilitySummary other, CancellationToken cancellation)
    {
        var nurse = await cast.FindAsync("volunteer", cancellation);
        var came = await db.Set<Assignment>().Where(held => held.PersonId != nurse && held.ReleasedAt == null)
            .Join(db.Set<Need>().Where(need => need.Finess == hospital.Number && need.StartsAt > run.Now), held => held.NeedId, need => need.Id, (held, need) => held.PersonId)
            .OrderBy(person => person).FirstAsync(cancellation);
        await excluding.ByFacilityAsync(hospital.Number, came, "Deux fois partie avant la relève, sans prévenir (3 et 10 novembre).", await cast.FindAsync("facility-manager", cancellation), cancellation);
        await excluding.ByPersonAsync(nurse, other.Number, cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Tomorrow in the planner's territory: places are open for every reason that is worth knowing.</summary>
    private async Task ShowABadDayAsync(DemonstrationRun run, FacilitySummary hospital, CancellationToken cancellation)
    {
        var (morning, doctor, tomorrow) = (InventedShift.Usual[2], InventedShift.Usual[3], run.Now.AddDays(1));
        await story.RefuseAsync(await WriteAsync(hospital, InventedShift.Rare, tomorrow, Filling.FirstSuitable, cancellation), cancellation);
        await story.AskAsync(await WriteAsync(hospital, doctor, tomorrow, Filling.FirstSuitable, cancellation), cancellation);
        await story.AskAsync(await WriteAsync(hospital, morning, tomorrow, Filling.FirstSuitable, cancellation, acceptsSubstitutes: true), cancellation);
    }

    /// <summary>A month that is over, in a report for everybody.</summary>
    private async Task TellLastMonthAsync(DemonstrationRun run, FacilitySummary hospital, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(run.Now.UtcDateTime);
        var month = ReportPeriod.Offered(today)[0];
        foreach (var (rank, shift) in InventedShift.Usual.Index())
        {
            await story.PassUnfilledAsync(hospital, shift, new DateTimeOffset(month.AddDays(9 + rank), new TimeOnly(8, 0), TimeSpan.Zero), cancellation);
        }

        var period = ReportPeriod.Read(MonthText.Write(month), MonthText.Write(month), today)!;
        await reports.PublishAsync(new Scope.Territory("DEP-29"), "Finistère", period, "Un mois sans personne en réserve : Relais ouvrait à peine.", cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>A plan of the whole region, made before anybody looks: its job will find it done.</summary>
    private async Task PlanAsync(CancellationToken cancellation)
    {
        var plan = await plans.AskAsync(new Scope.Territory("REG-53"), "Bretagne", TimeSpan.FromDays(14), await cast.FindAsync("coordinator", cancellation), cancellation);
        await planning.HandleAsync(new MakeRegionPlan(plan), cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Every other week from Monday to Friday, for ten weeks.</summary>
    private async Task RepeatAsync(FacilitySummary hospital, InventedShift shift, DateTimeOffset from, CancellationToken cancellation)
    {
        var form = shift.On(from);
        var place = (await drafts.PlaceOfAsync(hospital.Number, cancellation))!;
        var pattern = new Recurrence
        {
            From = form.Day!.Value,
            Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
            EveryWeeks = 2,
            End = new RecurrenceEnd.OnDay(form.Day.Value.AddDays(70)),
            SkipsHolidays = true,
        };
        var request = new SeriesRequest(Guid.CreateVersion7(), place, form.ToBody(place), form.Starts!.Value, form.Ends!.Value, pattern, LeadDays: null);
        if (await series.PlanAsync(request, cancellation) is SeriesAnswer.Planned { Plan: var plan })
        {
            await series.WriteAsync(request, plan, cancellation);
        }
    }

    private async Task<Need> WriteAsync(FacilitySummary hospital, InventedShift shift, DateTimeOffset day, Filling filling, CancellationToken cancellation, bool acceptsSubstitutes = false)
    {
        var form = shift.On(day);
        (form.Filling, form.AcceptsSubstitutes) = (filling, acceptsSubstitutes);
        var need = await drafts.WriteAsync(hospital.Number, form, cancellation)
            ?? throw new InvalidOperationException($"{hospital.Number} is no establishment of the demonstration");
        await db.SaveChangesAsync(cancellation);
        return need;
    }
}
