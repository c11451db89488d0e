namespace Relais.Reinforcement.Browse;

/// <summary>What a person wants to see of the needs around home, as the address of the page keeps it.</summary>
internal sealed record NearbyFilter(int Days, int? Minutes)
{
    public static readonly IReadOnlyList<int> DaysOffered = [2, 7, 14, 30, 90];
    public static readonly IReadOnlyList<int> MinutesOffered = [20, 40, 60, 90, 120];

    private const int UsualDays = 14;

    /// <summary>How far the needs that one may not take are shown, when nothing is said: farther, they explain nothing.</summary>
    private const int FarEnoughToExplain = 120;

    public static NearbyFilter Of(int? days, int? minutes) => new(
        days is { } wanted && DaysOffered.Contains(wanted) ? wanted : UsualDays,
        minutes is { } most && MinutesOffered.Contains(most) ? most : null);

    /// <summary>A need that one may take is shown wherever the person accepts to go, unless less is asked.</summary>
    public bool Shows(NearbyNeed need) => need switch
    {
        { WhyNot: null } => Minutes is null || need.Minutes <= Minutes,
        _ => need.Minutes <= (Minutes ?? FarEnoughToExplain),
    };

    public bool IsAround(int? minutes) => minutes <= (Minutes ?? FarEnoughToExplain);
}
