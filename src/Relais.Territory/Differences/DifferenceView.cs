using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;
using Relais.Territory.Facilities;

namespace Relais.Territory.Differences;

/// <summary>Puts differences in words: both sides beside each other, and what is still asked for where something closed.</summary>
internal sealed class DifferenceView(RelaisDb db, ICommunes communes, IEnumerable<IWorkUnderWay> rooms, Words t)
{
    public async Task<IReadOnlyList<ShownDifference>> OfAsync(IReadOnlyList<DifferenceLine> lines, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var entities = lines.SelectMany(line => new[] { line.Difference.Ours.Entity, line.Difference.Theirs.Entity }).Distinct(StringComparer.Ordinal).Select(Finess.Stored).ToList();
        var names = await db.Set<Facility>().AsNoTracking().Where(facility => entities.Contains(facility.Number)).ToDictionaryAsync(facility => facility.Number.Value, facility => facility.Name, cancellation);
        return [.. lines.Select(line => Show(line, table, names))];
    }

    /// <summary>What somebody still looks for at establishments that the register has closed.</summary>
    public async Task<IReadOnlyDictionary<Finess, IReadOnlyList<WorkUnderWay>>> OpenAtAsync(IEnumerable<Finess> closed, CancellationToken cancellation)
    {
        var open = new Dictionary<Finess, IReadOnlyList<WorkUnderWay>>();
        foreach (var number in closed)
        {
            var work = new List<WorkUnderWay>();
            foreach (var room in rooms)
            {
                work.AddRange(await room.OfAsync(Role.FacilityManager, new Scope.Facility(number.Value), cancellation));
            }

            open[number] = work;
        }

        return open;
    }

    private ShownDifference Show(DifferenceLine line, CommuneTable communes, Dictionary<string, string> names)
    {
        var (ours, theirs) = (line.Difference.Ours, line.Difference.Theirs);
        return new ShownDifference(
            line.Difference,
            line.Facility.Name,
            CommuneName(line.Facility.CommuneCode.Value),
            [.. line.Difference.Facts.Select(fact => new ShownFact(NameOf(fact), Say(fact, ours), Say(fact, theirs)))]);

        string Say(Fact fact, FacilityFacts facts) => fact switch
        {
            Fact.Presence => PresenceOf(facts),
            Fact.Name => facts.Name,
            Fact.Address => facts.Address ?? t["aucune"],
            Fact.Commune => CommuneName(facts.Commune),
            Fact.Category => FacilityCategory.LabelOf(facts.Category) is { } label ? $"{t[label]} ({facts.Category})" : facts.Category,
            _ when facts.Entity == line.Facility.Number.Value => t["aucune"],
            _ => names.TryGetValue(facts.Entity, out var name) ? $"{name} ({Finess.Stored(facts.Entity).Printed})" : Finess.Stored(facts.Entity).Printed,
        };

        string CommuneName(string code) => communes.Find(CommuneCode.Stored(code))?.Name ?? code;
    }

    private string PresenceOf(FacilityFacts facts) => facts switch
    {
        { Presence: Presence.Open } => t["Ouvert"],
        { Presence: Presence.Closed, Since: { } since } => t["Fermé depuis le {0:d}", since],
        { Presence: Presence.Closed } => t["Fermé"],
        { Since: { } since } => t["N’y figure plus depuis l’extrait du {0:d}", since],
        _ => t["N’y figure pas"],
    };

    private string NameOf(Fact fact) => fact switch
    {
        Fact.Presence => t["État"],
        Fact.Name => t["Nom"],
        Fact.Address => t["Adresse"],
        Fact.Commune => t["Commune"],
        Fact.Category => t["Catégorie"],
        _ => t["Entité juridique"],
    };
}

internal sealed record ShownDifference(FacilityDifference Difference, string Name, string Commune, IReadOnlyList<ShownFact> Facts);

/// <summary>One thing that differs, in words.</summary>
internal sealed record ShownFact(string Name, string Ours, string Theirs);
