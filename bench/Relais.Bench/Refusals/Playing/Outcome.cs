namespace Relais.Bench.Refusals.Playing;

/// <summary>What a policy achieved, and what it cost people.</summary>
/// <param name="Posts">How many people were missing.</param>
/// <param name="Filled">How many of them were found.</param>
/// <param name="Requests">How often somebody was asked.</param>
/// <param name="LateYes">Yeses of people who could come, when nobody was missing any more.</param>
/// <param name="MostAsked">Requests to the person asked most.</param>
/// <param name="Gini">Of the requests, over those who practise where somebody is missing: 0 when all are asked alike.</param>
/// <param name="MedianMinutes">From the publication of a need to the yes, over the posts filled.</param>
internal sealed record Outcome(int Posts, int Filled, int Requests, int LateYes, int MostAsked, double Gini, double MedianMinutes)
{
    public double FilledShare => (double)Filled / Posts;

    public double RequestsPerFilled => Filled is 0 ? double.PositiveInfinity : (double)Requests / Filled;

    public double LateYesPerFilled => Filled is 0 ? double.PositiveInfinity : (double)LateYes / Filled;

    internal static Outcome Of(Setting setting, Season season, int lateYes, List<double> minutes)
    {
        var cells = setting.Needs.Select(need => need.Cell).ToHashSet();
        var people = cells.SelectMany(cell => setting.People.InCell(cell).ToArray()).Select(person => person.Person).Distinct();
        var requests = people.Select(person => season.Asked.TryGetValue(person, out var asked) ? asked.Count : 0).Order().ToList();
        return new Outcome(
            setting.Needs.Sum(need => need.Posts), minutes.Count, requests.Sum(), lateYes, requests.LastOrDefault(), GiniOf(requests), minutes.Order().ElementAtOrDefault(minutes.Count / 2));
    }

    private static double GiniOf(List<int> sorted)
    {
        var sum = sorted.Sum();
        return sum is 0 ? 0 : sorted.Select((value, rank) => (2.0 * (rank + 1) - sorted.Count - 1) * value).Sum() / (sorted.Count * (double)sum);
    }
}
