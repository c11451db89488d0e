using System.Globalization;

namespace Relais.Bench.Planning;

/// <summary>Twelve departures to five territories: one mission a volunteer, seats a wave and route, a cap for each establishment and profession.</summary>
internal static class InventedWaves
{
    private const int Waves = 12;

    private static readonly string[] Professions = ["IDE", "AS", "MED", "IADE", "CADRE", "SF", "KINE", "PHARM"];
    private static readonly double[] Volunteers = [.42, .27, .13, .05, .03, .04, .04, .02];
    private static readonly double[] Needs = [.47, .28, .12, .08, .02, .015, .01, .005];

    private static readonly (string Name, string Route)[] Territories =
        [("Guadeloupe", "Antilles"), ("Martinique", "Antilles"), ("Guyane", "Guyane"), ("NouvelleCaledonie", "Pacifique"), ("Polynesie", "Pacifique")];

    public static void Write(string folder, int people, Draws draws)
    {
        var establishments = Math.Max(20, people / 25);
        Scatter(establishments, draws);
        var volunteers = People(people, establishments, draws);
        var cells = Cells((int)(people * .34), draws);
        var seats = cells.GroupBy(cell => (cell.Wave, Territories[cell.Territory].Route)).OrderBy(flight => flight.Key.Wave).ThenBy(flight => flight.Key.Route, StringComparer.Ordinal)
            .Select(flight => Line($"{flight.Key.Wave},{flight.Key.Route},{Math.Max(1, (int)(flight.Sum(cell => cell.Posts) * draws.One([.7, .9, 1.0, 1.2])))}")).ToList();
        var caps = volunteers.CountBy(one => (one.Establishment, one.Profession)).OrderBy(group => group.Key.Establishment).ThenBy(group => group.Key.Profession, StringComparer.Ordinal)
            .Select(group => Line($"{group.Key.Establishment},{group.Key.Profession},{Math.Max(1, (group.Value + 1) / 2)}"));
        File.WriteAllText(Path.Combine(folder, "meta.json"), $$"""
            {"kind":"waves","unfilled_unit":1000,"load_cost":60,"iadeserveside":40,"icu_spare_cost":30,
            "route":{{{string.Join(',', Territories.Select(territory => $"\"{territory.Name}\":\"{territory.Route}\""))}}} }
            """);
        CsvFile.Write(Path.Combine(folder, "volunteers.csv"), "id,establishment,profession,icu,waves,territories,load,preference", volunteers.Select((one, id) => Line($"{id},{one.Establishment},{one.Profession},{one.Wishes}")));
        CsvFile.Write(Path.Combine(folder, "cells.csv"), "id,wave,territory,profession,icu,demand,urgency",
            cells.Select((cell, id) => Line($"{id},{cell.Wave},{Territories[cell.Territory].Name},{cell.Profession},{cell.Icu},{cell.Posts},{cell.Urgency}")));
        CsvFile.Write(Path.Combine(folder, "flights.csv"), "wave,route,seats", seats);
        CsvFile.Write(Path.Combine(folder, "caps.csv"), "establishment,profession,cap", caps);
    }

    /// <summary>Where the establishments are does not count here, but is drawn as for shifts.</summary>
    private static void Scatter(int establishments, Draws draws)
    {
        var weights = Draws.Cumulated(Place.France.Select(place => place.Thousands));
        for (var site = 0; site < establishments; site++)
        {
            draws.Around(Place.France, weights, 15);
        }
    }

    private static List<(int Establishment, string Profession, string Wishes)> People(int count, int establishments, Draws draws)
    {
        var shares = Draws.Cumulated(Volunteers);
        var people = new List<(int, string, string)>();
        for (var volunteer = 0; volunteer < count; volunteer++)
        {
            var profession = Professions[draws.Weighted(shares)];
            var icu = draws.Chance(profession is "IADE" ? .95 : .3) ? 1 : 0;
            var first = draws.Whole(0, Waves - 1);
            var last = Math.Min(Waves, first + draws.Whole(1, 4));
            var waves = OrElse(Enumerable.Range(first, last - first).Where(_ => draws.Chance(.85)), () => first);
            var territories = OrElse(Enumerable.Range(0, Territories.Length).Where(_ => draws.Chance(.8)), () => draws.Whole(0, Territories.Length - 1));
            var establishment = draws.Whole(0, establishments - 1);
            people.Add((establishment, profession,
                Line($"{icu},{string.Join('|', waves)},{string.Join('|', territories.Select(at => Territories[at].Name))},{(draws.Chance(.7) ? 0 : draws.Whole(1, 3))},{draws.Whole(0, 30)}")));
        }

        return people;
    }

    private static List<int> OrElse(IEnumerable<int> some, Func<int> other) => some.ToList() is { Count: > 0 } found ? found : [other()];

    private static List<(int Wave, int Territory, string Profession, int Icu, int Posts, int Urgency)> Cells(int posts, Draws draws)
    {
        var weights = Enumerable.Range(0, Waves).Select(wave => Enumerable.Range(0, Territories.Length)
            .Select(territory => draws.Between(.2, 1) * (territory < 2 ? 2.0 : 1) * Math.Exp(-Math.Pow((wave - 3.0) / 4.5, 2))).ToArray()).ToArray();
        var total = weights.Select(wave => wave.Sum()).Sum();
        var cells = new List<(int, int, string, int, int, int)>();
        for (var cell = 0; cell < Waves * Territories.Length * Professions.Length * 2; cell++)
        {
            var (wave, territory, profession, icu) = (cell / (Territories.Length * Professions.Length * 2), cell / (Professions.Length * 2) % Territories.Length, cell / 2 % Professions.Length, cell % 2);
            var asked = (int)((posts * weights[wave][territory] / total * Needs[profession] * Share(profession, icu)) + draws.Next());
            if (asked > 0)
            {
                cells.Add((wave, territory, Professions[profession], icu, asked, draws.Whole(1, 4)));
            }
        }

        return cells;
    }

    /// <summary>The most numerous are asked for with and without intensive care; anaesthetists with it alone, the others without.</summary>
    private static double Share(int profession, int icu) =>
        profession < 3 ? icu is 1 ? .45 : .55 : icu is 1 == (Professions[profession] is "IADE") ? 1.0 : 0;

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
