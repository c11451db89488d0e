using Relais.Accounts.Contracts;
using Relais.Matching.Waves;
using Relais.Reinforcement.Needs;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Preview;

/// <summary>Somebody who could come, as an establishment may see them before a yes.</summary>
/// <param name="Reference">Asks this person, without telling who it is.</param>
internal sealed record ProfileCard(AnonymousProfile Profile, bool IsDeclaredFree, bool IsOnDuty, string Reference);

/// <summary>Shows who could come without telling who they are: bands instead of figures, the nearest first.</summary>
internal sealed class ProfileCards(IVolunteers volunteers, ProfileReferences references)
{
    public const int Most = 24;

    public async Task<IReadOnlyList<ProfileCard>> OfAsync(Need need, IReadOnlyList<Askable> askable, CancellationToken cancellation)
    {
        var seen = askable.Take(Most).ToDictionary(person => new PersonId(person.Survivor.Person.Person), person => person.Survivor);
        var profiles = new List<KeyValuePair<PersonId, AnonymousProfile>>();
        foreach (var group in seen.GroupBy(pair => pair.Value.StandsIn is { } substitute ? ProfessionUnit.All[substitute.Cell] : need.Cell))
        {
            profiles.AddRange(await volunteers.DescribeAsync([.. group.Select(pair => pair.Key)], group.Key, need.CommuneCode, cancellation));
        }

        return
        [
            .. profiles.Select(pair => new ProfileCard(pair.Value, seen[pair.Key].IsDeclaredFree, seen[pair.Key].IsOnDuty, references.Seal(need.Id, pair.Key)))
                .OrderBy(card => card.Profile.Cell != need.Cell).ThenBy(card => card.Profile.Journey).ThenByDescending(card => card.Profile.Experience),
        ];
    }
}
