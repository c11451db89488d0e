namespace Relais.Matching.Instances;

/// <summary>The cells of a campaign, found by profession, wave and territory.</summary>
internal sealed class WaveCells
{
    private readonly Dictionary<(int Profession, int Wave, int Territory), List<(bool Icu, int Cell)>> _byKey = [];

    public List<int> Demand { get; } = [];

    public List<int> Penalty { get; } = [];

    public List<int> Flight { get; } = [];

    public static WaveCells Read(string folder, MetaFile meta, NameTable professions, NameTable territories, Dictionary<(int Wave, string Route), int> flights)
    {
        var rows = new CsvRows(Path.Combine(folder, "cells.csv"), "id", "wave", "territory", "profession", "icu", "demand", "urgency");
        var routes = meta.Entries("route").ToDictionary(entry => entry.Name, entry => entry.Value.GetString() ?? throw MetaFile.Bad("a route has no name"));
        var unit = meta.Whole("unfilled_unit", 0, 100_000);
        var cells = new WaveCells();
        while (rows.Next())
        {
            rows.ExpectId(0, cells.Demand.Count);
            var (wave, territory) = (rows.Whole(1, 0, 30_000), rows.Name(2));
            var route = routes.TryGetValue(territory, out var known) ? known : throw rows.Bad($"meta.json has no route to {territory}");
            cells.Flight.Add(flights.TryGetValue((wave, route), out var flight) ? flight
                : throw rows.Bad(FormattableString.Invariant($"flights.csv has no flight of wave {wave} on route {route}")));
            cells.Demand.Add(rows.Whole(5, 0, 1_000_000));
            cells.Penalty.Add(unit * rows.Whole(6, 0, 10));
            cells.At(professions.Number(rows.Text(3)), wave, territories.Number(rows.Text(2))).Add((rows.Whole(4, 0, 1) is 1, cells.Demand.Count - 1));
        }

        return cells;
    }

    public List<(bool Icu, int Cell)> At(int profession, int wave, int territory)
    {
        if (!_byKey.TryGetValue((profession, wave, territory), out var cells))
        {
            _byKey[(profession, wave, territory)] = cells = [];
        }

        return cells;
    }
}
