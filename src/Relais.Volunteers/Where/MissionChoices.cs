using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Design.Fields;
using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Where;

internal static class MissionChoices
{
    public static IReadOnlyList<Schemes> Each { get; } = [Schemes.Shifts, Schemes.Waves, Schemes.Solidarity, Schemes.CrisisCentre];

    public static string Label(Schemes scheme) => scheme switch
    {
        Schemes.Shifts => "Renfort d’un établissement, à la vacation",
        Schemes.Waves => "Départ de quelques semaines, outre-mer par exemple",
        Schemes.Solidarity => "Consultations avancées là où les médecins manquent",
        Schemes.CrisisCentre => "Centre de crise : lignes téléphoniques, vaccination, sorties d’hôpital",
        _ => throw new ArgumentOutOfRangeException(nameof(scheme)),
    };

    public static IEnumerable<Choice> All(Words words) => Each.Select(scheme => new Choice(scheme.ToString(), words[Label(scheme)]));

    public static IEnumerable<SelectListItem> Journeys(Words words) => WhereForm.TravelMinutesOffered
        .Select(minutes => new SelectListItem(words["{0} minutes", minutes], minutes.ToString(CultureInfo.InvariantCulture)))
        .Append(new SelectListItem(words["Seulement les zones cochées ci-dessous"], WhereForm.NoTravelLimit.ToString(CultureInfo.InvariantCulture)));

    public static IEnumerable<Choice> Overseas(Words words) => OverseasTerritories.All.Select(territory => new Choice(territory.Key, words[territory.Value]));
}
