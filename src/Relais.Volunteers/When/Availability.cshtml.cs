using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Kernel.Wording;
using Relais.Matching.Rest;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.MyDossier;

namespace Relais.Volunteers.When;

internal sealed class AvailabilityPage(ICurrentUser user, Dossiers dossiers, Words words, TimeProvider clock) : DossierPage(user, dossiers, words, clock), IWhenPage
{
    public const string Address = "/mes-disponibilites";

    private static readonly TimeSpan UndoWindow = TimeSpan.FromMinutes(10);

    private readonly ICurrentUser _user = user;
    private readonly Dossiers _dossiers = dossiers;
    private readonly TimeProvider _clock = clock;

    public WhenForm Form { get; private set; } = new();

    public SpellForm Spell { get; private set; } = new();

    /// <summary>The spell just removed, that one press brings back.</summary>
    public VolunteerSpell? Removed { get; private set; }

    /// <summary>A week set hour by hour cannot be shown in periods without losing some.</summary>
    public bool IsHourly => !WeekChoices.ToWeek(WeekChoices.From(Volunteer.Week)).Equals(Volunteer.Week);

    public IReadOnlyList<IGrouping<DateOnly, VolunteerSpell>> Weeks =>
    [
        .. Volunteer.Spells.Where(spell => spell.RemovedAt is null && spell.EndsAt > _clock.GetUtcNow())
            .OrderBy(spell => spell.StartsAt)
            .GroupBy(spell => PlaceTime.MondayOf(LocalDays.Local(spell.StartsAt, Volunteer.TimeZone).Day)),
    ];

    /// <summary>The hour, where the person lives, until which they said to be available now.</summary>
    public TimeOnly? OnDutyUntil => Volunteer.OnDutyUntil is { } until && until > _clock.GetUtcNow() ? LocalDays.Local(until, Volunteer.TimeZone).Time : null;

    public void OnGet(Guid? retiree)
    {
        Show();
        Removed = Volunteer.Spells.FirstOrDefault(spell => spell.Id == retiree && spell.RemovedAt > _clock.GetUtcNow() - UndoWindow);
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "Form")] WhenForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Form = form;
            return Page();
        }

        var readiness = form.ToReadiness(Volunteer.TimeZone);
        var week = IsHourly ? Volunteer.Week : readiness.Week;
        return await ChangeAsync("readiness", volunteer => volunteer.BeReady(readiness with { Week = week, Spells = [] }), Address, cancellation);
    }

    public async Task<IActionResult> OnPostAddAsync([Bind(Prefix = "Spell")] SpellForm spell, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Show();
            Spell = spell;
            return Page();
        }

        return await ChangeAsync("spells", volunteer => volunteer.Add(spell.ToSpell(Volunteer.TimeZone)), Address, cancellation);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        await _dossiers.ChangeMineAsync(_user.Person, "spells", volunteer => volunteer.Remove(id, now), cancellation);
        return Redirect($"{Address}?retiree={id}");
    }

    public Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation) =>
        ChangeAsync("spells", volunteer => volunteer.Restore(id, _clock.GetUtcNow() - UndoWindow), Address, cancellation);

    /// <summary>The spells of a week, once more a week later; those already there are not doubled.</summary>
    public async Task<IActionResult> OnPostCopyAsync(DateOnly week, CancellationToken cancellation)
    {
        var copies = Volunteer.Spells
            .Where(spell => spell.RemovedAt is null && PlaceTime.MondayOf(LocalDays.Local(spell.StartsAt, Volunteer.TimeZone).Day) == week)
            .Select(spell => new Spell(spell.Kind, new Interval(AWeekLater(spell.StartsAt), AWeekLater(spell.EndsAt))))
            .ToList();
        await _dossiers.ChangeMineAsync(_user.Person, "spells", volunteer => volunteer.AddMissing(copies), cancellation);
        TempData.Announce(T["La semaine est copiée sur la suivante"]);
        return Redirect(Address);
    }

    public string Describe(VolunteerSpell spell) => SpellWords.Describe(spell.Spell.During, Volunteer.TimeZone, T);

    /// <summary>The same time on the clocks, also across a change of hour.</summary>
    private DateTimeOffset AWeekLater(DateTimeOffset instant)
    {
        var (day, time) = LocalDays.Local(instant, Volunteer.TimeZone);
        return LocalDays.Instant(day.AddDays(7), time, Volunteer.TimeZone);
    }

    private void Show() => Form = new WhenForm
    {
        Week = WeekChoices.From(Volunteer.Week),
        Nights = Volunteer.Nights,
        NoticeHours = WhenForm.NoticeHoursOffered.Where(hours => hours <= Volunteer.NoticeHours).Max(),
        LongestStayDays = Volunteer.LongestStayDays,
    };
}
