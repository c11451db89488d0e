namespace Relais.Matching.Instances;

/// <summary>Derives who may go where, and at what cost, while the volunteers are read.</summary>
internal sealed class WavePairs(MetaFile meta, WaveCells cells, NameTable professions)
{
    private const int Most = 1_000_000;
    private readonly int _loadCost = meta.Whole("load_cost", 0, Most);
    private readonly int _standIn = meta.Whole("iadeserveside", 0, Most);
    private readonly int _spareCost = meta.Whole("icu_spare_cost", 0, Most);
    private readonly int _anaesthetist = professions.Number("IADE");
    private readonly int _nurse = professions.Number("IDE");

    public List<int> Begin { get; } = [0];

    public List<int> Cell { get; } = [];

    public List<int> Cost { get; } = [];

    public void Add(CsvRows rows, int profession, int load, NameTable territories)
    {
        var holds = rows.Whole(3, 0, 1) is 1;
        var cost = (_loadCost * load) + rows.Whole(7, 0, Most);
        AddAs(rows, profession, cost, holds, territories);
        if (profession == _anaesthetist)
        {
            AddAs(rows, _nurse, cost + _standIn, holds, territories);
        }

        Begin.Add(Cell.Count);
    }

    private void AddAs(CsvRows rows, int profession, int cost, bool holds, NameTable territories)
    {
        var (waves, places) = (rows.Name(4).Split('|'), rows.Name(5).Split('|'));
        foreach (var text in waves)
        {
            var wave = rows.Whole(System.Text.Encoding.UTF8.GetBytes(text), 4, 0, 30_000);
            foreach (var place in places)
            {
                foreach (var (icu, cell) in cells.At(profession, wave, territories.Number(place)))
                {
                    if (holds || !icu)
                    {
                        Cell.Add(cell);
                        Cost.Add(cost + (holds && !icu ? _spareCost : 0));
                    }
                }
            }
        }
    }
}
