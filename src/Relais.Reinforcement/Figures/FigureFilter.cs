using System.Globalization;
using Relais.Reinforcement.Offers;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Figures;

/// <summary>Over how many weeks figures are told, up to the end of the next one, and for which profession.</summary>
internal sealed record FigureFilter(int Weeks, Profession? Profession)
{
    public static IReadOnlyList<int> Choices { get; } = [4, 12, 52];

    /// <returns>Twelve weeks and every profession where nothing readable is said.</returns>
    public static FigureFilter Read(string? weeks, string? profession) => new(
        int.TryParse(weeks, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && Choices.Contains(count) ? count : 12, Profession.Find(profession));

    /// <summary>The Mondays of the weeks, the first first.</summary>
    public IReadOnlyList<DateOnly> Mondays(DateTimeOffset now) =>
        [.. Enumerable.Range(2 - Weeks, Weeks).Select(week => WeekBudget.WeekOf(now).AddDays(7 * week))];
}
