using System.ComponentModel.DataAnnotations;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Where;

/// <summary>The zones around home that can be ticked without knowing any code.</summary>
internal enum Around
{
    [Display(Name = "Toute mon intercommunalité")]
    Epci,

    [Display(Name = "Tout mon département")]
    Department,

    [Display(Name = "Toute ma région")]
    Region,

    [Display(Name = "Toute la France métropolitaine")]
    France,
}

/// <summary>Home, how far, how, and for which missions.</summary>
internal sealed class WhereForm : IValidatableObject
{
    public const int LongestName = 100;
    public const int NoTravelLimit = 0;

    public static readonly IReadOnlyList<int> TravelMinutesOffered = [15, 30, 45, 60, 90, 120];

    /// <summary>A name, a postal code or a code, as typed.</summary>
    [Display(Name = "Votre commune"), Required(ErrorMessage = "Indiquez votre commune"), StringLength(LongestName, ErrorMessage = "Indiquez le nom ou le code postal seul")]
    public string? Home { get; set; }

    /// <summary>The code chosen among the communes that the text may mean.</summary>
    [Display(Name = "De quelle commune s’agit-il ?")]
    public string? HomeCode { get; set; }

    /// <summary>Nothing beyond the zones when <see cref="NoTravelLimit"/>.</summary>
    [Display(Name = "Trajet le plus long depuis chez vous")]
    public int TravelMinutes { get; set; } = 45;

    [Display(Name = "Je viens sur place")]
    public bool OnSite { get; set; } = true;

    [Display(Name = "J’aide à distance, depuis chez moi")]
    public bool Remote { get; set; }

    [Display(Name = "J’ai une voiture")]
    public bool OwnCar { get; set; }

    [Display(Name = "J’ai besoin d’un logement si je ne rentre pas le soir")]
    public bool LodgingNeeded { get; set; }

    [Display(Name = "Plus loin, j’accepte aussi")]
    public List<Around> Around { get; set; } = [];

    [Display(Name = "Outre-mer, j’accepte")]
    public List<string> Overseas { get; set; } = [];

    [Display(Name = "Pour quelles missions vous appeler ?")]
    public List<Schemes> Missions { get; set; } = [Schemes.Shifts];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!OnSite && !Remote)
        {
            yield return new ValidationResult("Cochez au moins une façon d’aider : sur place ou à distance", [nameof(OnSite)]);
        }

        if (TravelMinutes is not NoTravelLimit && !TravelMinutesOffered.Contains(TravelMinutes))
        {
            yield return new ValidationResult("Choisissez un temps de trajet de la liste", [nameof(TravelMinutes)]);
        }

        if (Overseas.Exists(code => code is null || !OverseasTerritories.All.ContainsKey(code)))
        {
            yield return new ValidationResult("Choisissez un territoire de la liste", [nameof(Overseas)]);
        }

        if (Missions.Aggregate(Schemes.None, (all, one) => all | one) is Schemes.None)
        {
            yield return new ValidationResult("Choisissez au moins une sorte de mission", [nameof(Missions)]);
        }
    }

    public Reach ToReach(Commune home, IEnumerable<Zone>? others = null) => new()
    {
        Home = home.Code,
        TravelMinutes = TravelMinutes is NoTravelLimit ? null : TravelMinutes,
        OnSite = OnSite,
        Remote = Remote,
        OwnCar = OwnCar,
        LodgingNeeded = LodgingNeeded,
        Schemes = Missions.Aggregate(Schemes.None, (all, one) => all | one),
        Zones = [.. ZonesAround(home), .. Overseas.Select(code => new Zone(ZoneKind.Overseas, code)), .. others ?? []],
    };

    /// <summary>The form that says what a dossier says; the zones that no box stands for are left to the caller.</summary>
    public static WhereForm From(Reach reach, Commune home) => new()
    {
        Home = home.Name,
        HomeCode = home.Code.Value,
        TravelMinutes = reach.TravelMinutes ?? NoTravelLimit,
        OnSite = reach.OnSite,
        Remote = reach.Remote,
        OwnCar = reach.OwnCar,
        LodgingNeeded = reach.LodgingNeeded,
        Around = [.. Enum.GetValues<Around>().Where(around => ZoneOf(around, home) is { } zone && reach.Zones.Contains(zone))],
        Overseas = [.. reach.Zones.Where(zone => zone.Kind is ZoneKind.Overseas).Select(zone => zone.Code)],
        Missions = [.. MissionChoices.Each.Where(scheme => reach.Schemes.HasFlag(scheme))],
    };

    public static Zone? ZoneOf(Around around, Commune home) => around switch
    {
        Where.Around.Epci => home.Epci is { } epci ? new Zone(ZoneKind.Epci, epci.Value) : null,
        Where.Around.Department => new Zone(ZoneKind.Department, home.Department),
        Where.Around.Region => home.Region.Length > 0 ? new Zone(ZoneKind.Region, home.Region) : null,
        _ => Zone.WholeFrance,
    };

    private IEnumerable<Zone> ZonesAround(Commune home) => Around.Distinct().Select(around => ZoneOf(around, home)).OfType<Zone>();
}
