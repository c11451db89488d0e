using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.MyDossier;

namespace Relais.Volunteers.When;

/// <summary>The usual week hour by hour, for those whose days fit no period.</summary>
internal sealed class HoursPage(ICurrentUser user, Dossiers dossiers, Words words, TimeProvider clock) : DossierPage(user, dossiers, words, clock)
{
    [BindProperty]
    public List<string> Hours { get; set; } = [];

    public static string Value(int day, int hour) => string.Create(CultureInfo.InvariantCulture, $"{day}.{hour}");

    public void OnGet() => Hours =
    [
        .. from day in Enumerable.Range(0, WeekGrid.DaysInWeek)
           from hour in Enumerable.Range(0, WeekGrid.HoursInDay)
           where Volunteer.Week[day, hour]
           select Value(day, hour),
    ];

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var ticked = Hours.ToHashSet(StringComparer.Ordinal);
        var week = (from day in Enumerable.Range(0, WeekGrid.DaysInWeek)
                    from hour in Enumerable.Range(0, WeekGrid.HoursInDay)
                    where ticked.Contains(Value(day, hour))
                    select (day, hour)).Aggregate(WeekGrid.Empty, (grid, box) => grid.With(box.day, box.hour, 1));
        return ChangeAsync("readiness", volunteer => volunteer.BeReady(volunteer.Readiness with { Week = week, Spells = [] }), AvailabilityPage.Address, cancellation);
    }
}
