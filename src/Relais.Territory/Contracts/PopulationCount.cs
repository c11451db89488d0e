namespace Relais.Territory.Contracts;

/// <summary>
/// A way of counting inhabitants. Two counts are never added nor compared: their vintages and definitions differ, and
/// they agree for one commune in thirteen.
/// </summary>
public enum PopulationCount
{
    /// <summary>Municipal population as the list of EPCI gives it: the count of the official list of priority zones.</summary>
    EpciMunicipal,

    /// <summary>Total population (municipal and counted apart) as the list of EPCI gives it.</summary>
    EpciTotal,

    /// <summary>Municipal population of reference of the communes, by INSEE.</summary>
    Reference,
}
