using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Kernel.Wording;

namespace Relais.Volunteers.When;

/// <summary>A page that asks for the usual week: the step of the registration and the page of availability.</summary>
internal interface IWhenPage
{
    WhenForm Form { get; }
}

internal static class WhenWords
{
    public static string Label(DayPeriod period) => period switch
    {
        DayPeriod.Morning => "Matin",
        DayPeriod.Afternoon => "Après-midi",
        DayPeriod.Evening => "Soir",
        _ => "Nuit",
    };

    /// <summary>« 12 moments dans la semaine, nuits comprises ».</summary>
    public static string Summary(Words words, WhenForm form) => form.Week.Count is 0
        ? words["Rien de régulier"]
        : $"{words.Count(form.Week.Count, "{0} moment par semaine", "{0} moments par semaine")}{(form.Nights ? words[", nuits comprises"].Value : "")}";

    public static IEnumerable<SelectListItem> Notices(Words words) =>
        WhenForm.NoticeHoursOffered.Select(hours => new SelectListItem(Notice(words, hours), hours.ToString(CultureInfo.InvariantCulture)));

    public static string Notice(Words words, int hours) => hours switch
    {
        0 => words["Tout de suite"],
        < 24 => words.Count(hours, "Dans l’heure", "En {0} heures"),
        24 => words["En 24 heures"],
        _ => words["En {0} jours", hours / 24],
    };
}
