using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Kernel.Wording;
using Relais.Missions.Appraisal;
using Relais.Missions.Certificates;
using Relais.Missions.Hours;
using Relais.Missions.Presence;
using Relais.Missions.Welcome;
using Relais.Territory.Contracts;

namespace Relais.Missions.Life;

/// <summary>A mission as its person lives it: where to go, « je suis arrivé », the hours, the certificate.</summary>
internal sealed class MissionPageModel(
    RelaisDb db, MissionLinks links, Arriving arriving, Agreeing agreeing, WelcomeBook welcome, IFacilities facilities, Words t, TimeProvider clock) : PageModel
{
    public Mission Mission { get; private set; } = null!;

    public FacilitySummary? Facility { get; private set; }

    public WorkedHours? Hours { get; private set; }

    public string? CertificateCode { get; private set; }

    public Thanks? Thanks { get; private set; }

    /// <summary>What the establishment has ready.</summary>
    public Readiness Readiness { get; private set; } = null!;

    public bool HasFacts => Mission.ArrivedAt is not null || Mission.AbsentAt is not null || Hours?.AgreedAt is not null;

    public bool MayArrive => arriving.IsTime(Mission);

    public bool HasBegun => clock.GetUtcNow() >= Mission.StartsAt;

    public bool HasEnded => clock.GetUtcNow() >= Mission.EndsAt;

    /// <summary>Why what was just sent was refused.</summary>
    public string? Refusal { get; private set; }

    [BindProperty]
    public HoursForm Form { get; set; } = new();

    [BindProperty]
    public int? Round { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        if (await OpenAsync(token, cancellation) is { } problem)
        {
            return problem;
        }

        Form = HoursForm.From(Hours?.Told ?? Mission.Planned, Mission.TimeZone);
        return Page();
    }

    public Task<IActionResult> OnPostArrivedAsync(string token, CancellationToken cancellation) =>
        ActAsync(token, () => arriving.ArriveAsync(Mission.Id, Side.Person, cancellation), cancellation);

    public Task<IActionResult> OnPostAsPlannedAsync(string token, CancellationToken cancellation) =>
        ActAsync(token, () => agreeing.TellAsync(Mission.Id, Side.Person, told: null, cancellation), cancellation);

    public Task<IActionResult> OnPostAgreeAsync(string token, CancellationToken cancellation) =>
        ActAsync(token, () => agreeing.AgreeAsync(Mission.Id, Side.Person, Round ?? 0, cancellation), cancellation);

    public async Task<IActionResult> OnPostHoursAsync(string token, CancellationToken cancellation)
    {
        if (await OpenAsync(token, cancellation) is { } problem)
        {
            return problem;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (hours, fault) = Form.Read(Mission);
        if (fault is { } wrong)
        {
            ModelState.AddModelError($"Form.{wrong.Field}", t[wrong.Sentence]);
            return Page();
        }

        return await SayAsync(token, await agreeing.TellAsync(Mission.Id, Side.Person, hours, cancellation), cancellation);
    }

    private async Task<IActionResult> ActAsync(string token, Func<Task<MissionResult>> act, CancellationToken cancellation) =>
        await OpenAsync(token, cancellation) ?? await SayAsync(token, await act(), cancellation);

    private async Task<IActionResult> SayAsync(string token, MissionResult result, CancellationToken cancellation)
    {
        if (result is not MissionResult.Refused refused)
        {
            return RedirectToPage(new { token });
        }

        await OpenAsync(token, cancellation);
        Refusal = refused.Sentence;
        ModelState.Clear();
        Form = HoursForm.From(Hours?.Told ?? Mission.Planned, Mission.TimeZone);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult?> OpenAsync(string token, CancellationToken cancellation)
    {
        var (state, id) = await links.ReadAsync(token, cancellation);
        if (state is not LinkState.Valid)
        {
            return StatusCode(state is LinkState.Expired ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
        }

        if (await db.Set<Mission>().AsNoTracking().SingleOrDefaultAsync(mission => mission.Id == id, cancellation) is not { } found)
        {
            return NotFound();
        }

        Mission = found;
        Facility = await facilities.FindAsync(found.Finess, cancellation);
        Hours = await db.Set<WorkedHours>().AsNoTracking().SingleOrDefaultAsync(hours => hours.MissionId == id, cancellation);
        CertificateCode = await db.Set<Certificate>().Where(certificate => certificate.MissionId == id).Select(certificate => certificate.Code).SingleOrDefaultAsync(cancellation);
        Thanks = await db.Set<Thanks>().AsNoTracking().SingleOrDefaultAsync(thanks => thanks.MissionId == id, cancellation);
        Readiness = await welcome.OfAsync(found, cancellation);
        return null;
    }
}
