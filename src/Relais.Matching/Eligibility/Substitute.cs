namespace Relais.Matching.Eligibility;

/// <summary>Another practice with which a post may be held, where the need accepts it.</summary>
/// <param name="Cell">Rank of its profession and unit in the grid.</param>
/// <param name="Profession">Rank of its profession.</param>
/// <param name="Penalty">What it costs against who practises what is asked for; whole units, one for a kilometre.</param>
public sealed record Substitute(int Cell, int Profession, int Penalty);

/// <summary>
/// As what a person would hold a post: in what is asked for, or else in the first permitted practice, the cheapest first.
/// A practice in which the person is verified enough goes before one in which they are not.
/// </summary>
/// <param name="Profession">The profession that the person practises, on which the verification is judged.</param>
/// <param name="StandsIn">The permitted practice; nothing for who practises what is asked for.</param>
internal readonly record struct Practice(int Profession, Substitute? StandsIn)
{
    /// <returns>Nothing for who has none of the practices.</returns>
    public static Practice? Of(Candidate person, NeedProfile need)
    {
        Practice? first = null;
        for (var rank = 0; rank <= need.Substitutes.Count; rank++)
        {
            if (!person.Has(need.CellAt(rank), need.Day))
            {
                continue;
            }

            var practice = rank is 0 ? new Practice(need.Profession, null) : new Practice(need.Substitutes[rank - 1].Profession, need.Substitutes[rank - 1]);
            if (person.LevelIn(practice.Profession, need.Day) >= need.Level)
            {
                return practice;
            }

            first ??= practice;
        }

        return first;
    }
}
