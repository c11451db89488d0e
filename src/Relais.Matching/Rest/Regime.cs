namespace Relais.Matching.Rest;

/// <summary>Which law counts a person's hours. It belongs to the person, not to the place that asks.</summary>
public enum Regime
{
    /// <summary>Agent of the public hospital service (décret n° 2002-9).</summary>
    HospitalAgent,

    /// <summary>Hospital practitioner (Code de la santé publique, art. R. 6152-27 and following).</summary>
    HospitalDoctor,

    /// <summary>Employee under private law (Code du travail).</summary>
    PrivateSector,

    /// <summary>Self-employed: no legal rest; the caps of each scheme are counted elsewhere.</summary>
    Liberal,
}
