namespace Relais.Accessibility.Siting;

/// <summary>What a new site is wanted for.</summary>
public enum SiteCriterion
{
    /// <summary>People, of the total population, whose commune passes the threshold.</summary>
    PeopleLifted,

    /// <summary>Σ v·p·ΔA: consultations gained, each counted by how vulnerable those who get it are.</summary>
    Vulnerability,

    /// <summary>Minutes saved on the way to the nearest practice, summed over the total population.</summary>
    TravelSaved,
}

/// <summary>What a site would bring alone.</summary>
/// <param name="Place">Rank of the place.</param>
/// <param name="PeopleLifted">See <see cref="SiteCriterion.PeopleLifted"/>.</param>
/// <param name="VulnerabilityGain">See <see cref="SiteCriterion.Vulnerability"/>.</param>
/// <param name="MinutesSaved">See <see cref="SiteCriterion.TravelSaved"/>.</param>
public readonly record struct SiteGain(int Place, double PeopleLifted, double VulnerabilityGain, double MinutesSaved)
{
    public double By(SiteCriterion criterion) => criterion switch
    {
        SiteCriterion.PeopleLifted => PeopleLifted,
        SiteCriterion.Vulnerability => VulnerabilityGain,
        _ => MinutesSaved,
    };
}

/// <summary>Sites chosen one after the other, each the best beside those before it.</summary>
/// <param name="Sites">In the order of the choice, with what each adds.</param>
/// <param name="Value">What they bring together.</param>
/// <param name="Bound">No choice of as many sites among the candidates brings more.</param>
public sealed record SiteChoice(IReadOnlyList<(int Place, double Gain)> Sites, double Value, double Bound)
{
    /// <summary>How far from the best the choice may be at most, from 0 to 1.</summary>
    public double Gap => Bound > 0 ? Math.Max(0, (Bound - Value) / Bound) : 0;
}
