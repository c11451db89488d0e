using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Kernel.Wording;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.MyDossier;
using Relais.Volunteers.When;

namespace Relais.Volunteers.OnDuty;

/// <summary>The switch: on in one tap, off in one tap, off by itself at the hour said.</summary>
internal sealed class OnDutyPage(ICurrentUser user, Dossiers dossiers, Words words, TimeProvider clock) : DossierPage(user, dossiers, words, clock)
{
    public const string Address = "/mes-disponibilites/maintenant";

    /// <summary>Where the first page sends its one tap.</summary>
    public const string On = $"{Address}?handler=On";

    public const string Off = $"{Address}?handler=Off";

    private readonly ICurrentUser _user = user;
    private readonly Dossiers _dossiers = dossiers;
    private readonly TimeProvider _clock = clock;

    [BindProperty]
    public OnDutyForm Form { get; set; } = new();

    /// <summary>On the clocks of where the person lives; nothing while the switch is off.</summary>
    public DateTime? Until => Volunteer.OnDutyUntil is { } until && until > _clock.GetUtcNow() ? Local(until) : null;

    public bool IsPaused => !Volunteer.IsOn || Volunteer.PausedUntil > Today;

    public async Task<IActionResult> OnPostOnAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var now = _clock.GetUtcNow();
        var during = Form.Until is { } time ? OnDutySpell.Until(time, now, Volunteer.TimeZone) : OnDutySpell.UntilEndOfDay(now, Volunteer.TimeZone);
        await _dossiers.ChangeMineAsync(_user.Person, "on_duty", volunteer => volunteer.GoOnDuty(during), cancellation);
        TempData.Announce(IsPaused
            ? T["Votre pause est finie : vous êtes disponible jusqu’à {0:H:mm}.", Local(during.End)]
            : T["Vous êtes disponible jusqu’à {0:H:mm}.", Local(during.End)]);
        return LocalRedirect(Address);
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancellation)
    {
        await _dossiers.ChangeMineAsync(_user.Person, "off_duty", volunteer => volunteer.GoOffDuty(), cancellation);
        TempData.Announce(T["Vous n’êtes plus noté disponible maintenant. Votre semaine habituelle compte comme avant."]);
        return LocalRedirect(Address);
    }

    private DateTime Local(DateTimeOffset instant)
    {
        var (day, time) = LocalDays.Local(instant, Volunteer.TimeZone);
        return day.ToDateTime(time);
    }

    internal sealed class OnDutyForm
    {
        [Display(Name = "Disponible jusqu’à")]
        public TimeOnly? Until { get; init; }
    }
}
