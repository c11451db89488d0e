using Relais.Kernel.Wording;
using Relais.Observatory.Indicators;
using Relais.Observatory.Professions;
using Relais.Observatory.Supply;

namespace Relais.Observatory.Supervisors;

/// <summary>What both measures of supervisors (maîtres de stage universitaires) read: general practitioners who train students.</summary>
internal abstract class SupervisorMeasure(SupplyBook supplies, Words t) : IPastMeasure
{
    protected const CareProfession Profession = CareProfession.GeneralPractitioner;

    public abstract Indicator Indicator { get; }

    public MissingData? Missing { get; } = new(
        t["Le nombre de maîtres de stage de chaque commune n’a pas été importé"],
        t["Une colonne « supervisors » dans le fichier de l’offre de soins : combien de médecins généralistes de la commune sont maîtres de stage universitaires. On l’obtient de la faculté de médecine ou de l’ARS."],
        "./relais import supply FICHIER --source \"…\" --vintage 2026");

    protected Words Text => t;

    public IAsyncEnumerable<VintageReading> VintagesAsync(CancellationToken cancellation) => supplies.VintagesAsync(Profession, cancellation)
        .Where(supply => supply.Supervisors is not null)
        .Select(supply => new VintageReading(supply.Dataset.Vintage, Read(supply, supply.Supervisors!)));

    protected abstract Reading Read(ProfessionSupply supply, double?[] supervisors);

    /// <summary>Where somebody practises and the file does not say how many train, nothing is known.</summary>
    protected static bool[] CoveredBy(ProfessionSupply supply, double?[] supervisors) =>
        [.. supply.Covered.Select((isCovered, rank) => isCovered && (supervisors[rank] is not null || supply.Practitioners[rank] is 0))];

    protected static double[] Known(double?[] supervisors) => [.. supervisors.Select(some => some ?? 0)];
}

/// <summary>How many supervisors practise there.</summary>
internal sealed class SupervisorCountMeasure(SupplyBook supplies, Words t) : SupervisorMeasure(supplies, t)
{
    public const string Slug = "maitres-de-stage";

    public override Indicator Indicator { get; } = new(Slug, t["Maîtres de stage en médecine générale"], t["maîtres de stage"], 0, t["Combien de médecins forment ici les étudiants, qui s’installent souvent là où ils ont appris ?"]) { Group = t.NameOf(Profession) };

    protected override Reading Read(ProfessionSupply supply, double?[] supervisors) => new()
    {
        Numerators = Known(supervisors),
        Over = "",
        Covered = CoveredBy(supply, supervisors),
        Provenance = supply.Provenance with { Method = Text["maîtres de stage universitaires agréés, comptés dans leur commune d’exercice"] },
    };
}

/// <summary>Which part of the general practitioners they are.</summary>
internal sealed class SupervisorShareMeasure(SupplyBook supplies, Words t) : SupervisorMeasure(supplies, t)
{
    public const string Slug = "part-des-maitres-de-stage";

    public override Indicator Indicator { get; } = new(Slug, t["Part des maîtres de stage parmi les médecins généralistes"], "%", 0, t["Quelle part des médecins forme des étudiants ?"]) { Group = t.NameOf(Profession) };

    protected override Reading Read(ProfessionSupply supply, double?[] supervisors) => new()
    {
        Numerators = Known(supervisors),
        Denominators = supply.Practitioners,
        Factor = 100,
        Over = Text["médecins généralistes"],
        Covered = CoveredBy(supply, supervisors),
        Provenance = supply.Provenance with { Method = Text["maîtres de stage universitaires agréés, sur les médecins généralistes des mêmes communes"] },
    };
}
