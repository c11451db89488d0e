namespace Relais.Bench.Refusals.Playing;

/// <summary>
/// Everybody of the profession, unit and verified level who lives within a distance is told at once; whom the weekly
/// limit spared is told a day later, and so on as long as somebody is missing.
/// </summary>
internal sealed class Everybody(double kilometres) : IPolicy
{
    public string Name => FormattableString.Invariant($"everybody within {kilometres} km");

    public Turn Next(PostedNeed need, Season season, DateTimeOffset now)
    {
        var asked = season.Setting.People.InCell(need.Cell).ToArray().Where(person =>
            person.Has(need.Cell, need.At(now).Day) && person.IsOn && person.LevelIn(need.Profession, need.At(now).Day) >= need.Level
            && person.Home >= 0 && need.Kilometres(person.Home) <= kilometres && !season.IsSpared(need, person, now)).ToList();
        return new Turn(asked, now.AddDays(1));
    }
}
