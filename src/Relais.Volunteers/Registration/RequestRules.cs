using System.ComponentModel.DataAnnotations;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Registration;

/// <summary>Checks a request of the API by the rules of the steps: what is wrong, by field.</summary>
internal static class RequestRules
{
    private const int MostItems = 200;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public static Dictionary<string, string[]> Check(NewVolunteerRequest request, CommuneTable communes)
    {
        var wrong = new List<(string Field, string Sentence)>();
        var results = new List<ValidationResult>();
        var who = WhoOf(request);
        Validator.TryValidateObject(who, new ValidationContext(who), results, validateAllProperties: true);
        if (results.Count is 0 || results.TrueForAll(result => !result.MemberNames.Contains(nameof(WhoForm.Email))))
        {
            results.AddRange(who.Validate(new ValidationContext(who)).Where(result => results.TrueForAll(known => known.ErrorMessage != result.ErrorMessage)));
        }

        wrong.AddRange(results.Select(result => (Camel(result.MemberNames.First()), result.ErrorMessage!)));
        Refuse(request.Status is null, "status", "Choisissez votre situation");
        Refuse(request.Status is { } status && !Enum.IsDefined(status), "status", "Choisissez votre situation");
        Refuse(request.EmployerKind is { } kind && !Enum.IsDefined(kind), "employerKind", "Choisissez une réponse");
        Refuse(request.Regime is null || !Enum.IsDefined(request.Regime.Value), "regime", "Choisissez votre employeur : la loi sur le repos en dépend");
        Refuse(request.Skills is not { Count: > 0 }, "skills", "Indiquez votre expérience dans au moins un service");
        Refuse(request.Skills?.Any(skill => skill?.Cell is null || skill.Years is < 0 or > 60) is true, "skills", "Indiquez des années entre 0 et 60");
        Refuse(request.Skills is { } skills && skills.OfType<SkillRequest>().Select(skill => skill.Cell).Distinct().Count() < skills.Count, "skills", "Indiquez chaque service une seule fois");
        Refuse(request.Home is null || communes.Find(request.Home) is null, "home", "Indiquez votre commune");
        Refuse(request.TravelMinutes is < 5 or > 600, "travelMinutes", "Choisissez un temps de trajet entre 5 et 600 minutes");
        Refuse(request is { OnSite: false, Remote: false }, "onSite", "Cochez au moins une façon d’aider : sur place ou à distance");
        Refuse(request.Zones is { Count: > MostItems } || request.Zones?.Any(zone => !Exists(zone, communes)) is true, "zones", "Une zone n’existe pas");
        Refuse(request.Skills?.Any(skill => skill?.LastPractised is { Year: < 1940 or > LastYear }) is true, "skills", "Vérifiez les dates");
        Refuse(request.Schemes is { Count: > 0 } schemes && !AreSchemes(schemes), "schemes", "Choisissez au moins une sorte de mission");
        Refuse(request.NoticeHours is < 0 or > 720, "noticeHours", "Choisissez un délai entre 0 et 720 heures");
        Refuse(request.LongestStayDays is < 1 or > 365, "longestStayDays", "Indiquez un nombre de jours entre 1 et 365");
        Refuse(request.Spells is { Count: > MostItems } || request.Spells?.Any(spell => !IsSpell(spell)) is true, "spells", "La fin vient après le début");
        Refuse(request.WeeklyLimit is < 0 or > AskingPreferences.MostRequestsOfAWeek, "weeklyLimit", "Indiquez un nombre entre 0 et 50");
        Refuse(request.YearlyDays is < 1 or > 366, "yearlyDays", "Indiquez un nombre entre 1 et 366");
        Refuse(!request.Consent, "consent", "L’accord de la personne est nécessaire");

        return wrong.GroupBy(error => error.Field, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(error => error.Sentence).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

        void Refuse(bool isWrong, string field, string sentence)
        {
            if (isWrong)
            {
                wrong.Add((field, sentence));
            }
        }
    }

    public static WhoForm WhoOf(NewVolunteerRequest request) => new()
    {
        FirstName = request.FirstName,
        LastName = request.LastName,
        Email = request.Email,
        Mobile = request.Mobile,
    };

    private static bool AreSchemes(IEnumerable<Schemes> schemes)
    {
        var all = schemes.Aggregate(Contracts.Schemes.None, (sum, one) => sum | one);
        return all is not Contracts.Schemes.None && (all & ~Contracts.Schemes.All) is Contracts.Schemes.None;
    }

    private static bool IsSpell(SpellRequest? spell) =>
        spell is not null && Enum.IsDefined(spell.Kind) && spell.Start < spell.End && spell.Start.Year >= FirstYear && spell.End.Year <= LastYear;

    private static bool Exists(Zone? zone, CommuneTable communes) => zone is { Code: { } code } && zone.Kind switch
    {
        ZoneKind.Commune => communes.All.Any(commune => commune.Code.Value == code),
        ZoneKind.Epci => communes.All.Any(commune => commune.Epci?.Value == code),
        ZoneKind.Department => communes.All.Any(commune => commune.Department == code),
        ZoneKind.Region => communes.All.Any(commune => commune.Region == code),
        ZoneKind.France => zone == Zone.WholeFrance,
        ZoneKind.Overseas => Where.OverseasTerritories.All.ContainsKey(code),
        _ => false,
    };

    private static string Camel(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";
}
