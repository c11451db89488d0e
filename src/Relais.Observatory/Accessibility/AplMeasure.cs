using System.Runtime.CompilerServices;
using Relais.Accessibility.Ranges;
using Relais.Kernel.Wording;
using Relais.Observatory.Indicators;
using Relais.Observatory.Methods;
using Relais.Observatory.Professions;
using Relais.Observatory.Ranges;
using Relais.Observatory.Supply;

namespace Relais.Observatory.Accessibility;

/// <summary>How much care the people of each commune can count on, practices of the neighbours and their patients included.</summary>
internal sealed class AplMeasure(CareProfession profession, AccessibilityBook book, SupplyBook supplies, RangeBook ranges, Words t) : IPastMeasure
{
    public CareProfession Profession => profession;

    public Indicator Indicator { get; } = new(
        SlugOf(profession), t["Accessibilité : {0}", t.NameOf(profession)], AplUnits.Of(t, profession), 1, t["Sur combien de soins peut-on compter, en tenant compte des cabinets voisins et de ceux qui y vont déjà ?"])
    {
        Thresholds = AplUnits.Thresholds(profession),
        Group = t.NameOf(profession),
        MapThresholds = AplUnits.MapThresholds(profession),
    };

    public MissingData? Missing => SupplyMissing.Of(t, profession);

    public static string SlugOf(CareProfession profession) => $"accessibilite-{ProfessionWords.SlugOf(profession)}";

    public string? Unchanged => t["La population, les temps de trajet et les paramètres sont ceux d’aujourd’hui à tous les millésimes : seule l’offre change."];

    public async IAsyncEnumerable<VintageReading> VintagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await book.FindAsync(profession, cancellation) is not { } access)
        {
            yield break;
        }

        yield return new VintageReading(access.Supply.Dataset.Vintage, ReadingOf(access) with { Ranges = await RangesAsync(access, cancellation) });
        await foreach (var supply in supplies.VintagesAsync(profession, cancellation).Skip(1).WithCancellation(cancellation))
        {
            yield return new VintageReading(supply.Dataset.Vintage, ReadingOf(access.At(supply)));
        }
    }

    /// <summary>What it would be by the parameters that a reader tries; how sure it is is not computed for them.</summary>
    public async ValueTask<Reading?> TryAsync(ChosenMethod method, CancellationToken cancellation) =>
        await book.FindAsync(profession, cancellation, method.Parameters) is { } access ? ReadingOf(access) : null;

    private Reading ReadingOf(ProfessionAccess access) => new()
    {
        Numerators = [.. access.Figures.Values.Select((apl, rank) => apl * access.Demand.People[rank])],
        Denominators = access.Demand.People,
        Factor = access.Rule.Per,
        Covered = access.Known,
        Over = access.Demand.Standardised is null ? t["habitants"] : t["habitants standardisés"],
        Provenance = t.ProvenanceOf(access),
    };

    /// <summary>In the unit of the indicator.</summary>
    private async ValueTask<IReadOnlyList<FigureRange?>?> RangesAsync(ProfessionAccess access, CancellationToken cancellation) =>
        await ranges.FindAsync(access, cancellation) is { } found
            ? access.Rule.Per is 1 ? found : [.. found.Select(range => range is { } one ? new FigureRange(one.Low * access.Rule.Per, one.High * access.Rule.Per) : (FigureRange?)null)]
            : null;
}
