using Relais.Matching.Eligibility;

namespace Relais.Bench.Refusals.Playing;

/// <summary>
/// The need is put on a board; everybody whose dossier fits, however far they go, hears of it, and the first to come has
/// the post. Who had no request left in the week hears of it a day later, and so on.
/// </summary>
internal sealed class Board : IPolicy
{
    public string Name => "first come, first served";

    public Turn Next(PostedNeed need, Season season, DateTimeOffset now)
    {
        var profile = need.At(now);
        var asked = Funnel.Of(season.Setting.People, profile).Survivors
            .Where(survivor => season.WhyNot(need, profile, survivor) is null).Select(survivor => survivor.Person).ToList();
        return new Turn(asked, now.AddDays(1));
    }
}
