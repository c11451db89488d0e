using Relais.Kernel.Identifiers;
using Relais.Registers.Contracts;
using Relais.Territory.Contracts;
using Relais.Territory.Facilities;

namespace Relais.Territory.Differences;

/// <summary>One thing said of an establishment.</summary>
internal enum Fact
{
    Presence,
    Name,
    Address,
    Commune,
    Category,
    Entity,
}

/// <summary>Lays what the register says of establishments beside what Relais has. It judges nothing.</summary>
/// <param name="Vintage">The day that the extract describes.</param>
/// <param name="Lines">What the register knows of these establishments.</param>
/// <param name="Holders">Legal entities that are there by their establishments alone.</param>
internal sealed record FacilityComparison(
    DateOnly Vintage, IReadOnlyDictionary<Finess, RegisteredFacility> Lines, IReadOnlySet<Finess> Holders, CommuneTable Communes)
{
    /// <summary>What the register says; what it leaves out, or says of a commune that nobody knows, is as we have it.</summary>
    public FacilityFacts Said(Facility facility)
    {
        var ours = FacilityFacts.Of(facility);
        var line = Lines.GetValueOrDefault(facility.Number);
        if (line is null or { IsGone: true })
        {
            return IsOnlyYetToCome(facility, line) ? ours : ours with { Presence = Presence.Absent, Since = line?.MissingSince };
        }

        return line.ClosedOn is { } closed
            ? ours with { Presence = Presence.Closed, Since = closed }
            : new FacilityFacts
            {
                Presence = Presence.Open,
                Name = line.Name.Length > 0 ? line.Name : ours.Name,
                Address = line.Address ?? ours.Address,
                Commune = line.Commune is { } commune && Communes.Find(commune) is { } found && found.Code.Value != ours.Commune ? found.Code.Value : ours.Commune,
                Category = line.Category.Length > 0 ? line.Category : ours.Category,
                Entity = line.Entity == line.Number ? ours.Entity : line.Entity.Value,
            };
    }

    /// <summary>What differs for a reader: case, accents and the abbreviations of an address apart.</summary>
    public static IReadOnlyList<Fact> Between(FacilityFacts ours, FacilityFacts theirs)
    {
        var (isOpen, staysOpen) = (ours.Presence is Presence.Open, theirs.Presence is Presence.Open);
        if (!staysOpen)
        {
            return isOpen ? [Fact.Presence] : [];
        }

        return
        [
            .. If(Fact.Presence, !isOpen),
            .. If(Fact.Name, PostalText.KeyOf(ours.Name) != PostalText.KeyOf(theirs.Name)),
            .. If(Fact.Address, PostalText.KeyOf(ours.Address) != PostalText.KeyOf(theirs.Address)),
            .. If(Fact.Commune, ours.Commune != theirs.Commune),
            .. If(Fact.Category, ours.Category != theirs.Category),
            .. If(Fact.Entity, ours.Entity != theirs.Entity),
        ];
    }

    /// <summary>An entity stands in no line of its own, and an establishment entered since the extract cannot be in it.</summary>
    private bool IsOnlyYetToCome(Facility facility, RegisteredFacility? line) =>
        Holders.Contains(facility.Number) || (line is null && DateOnly.FromDateTime(facility.RecordedAt.UtcDateTime) >= Vintage);

    private static IEnumerable<Fact> If(Fact fact, bool differs) => differs ? [fact] : [];
}
