namespace Relais.Observatory.Contracts;

/// <summary>What can be taken in.</summary>
public enum DatasetKind
{
    /// <summary>Who practises where.</summary>
    Supply,

    /// <summary>Minutes between communes.</summary>
    TravelTimes,

    /// <summary>Minutes between neighbouring communes only: longer ways are added up along them.</summary>
    NeighbourTimes,

    /// <summary>The accessibility that DREES publishes.</summary>
    PublishedApl,

    /// <summary>Zones drawn by an authority, commune by commune.</summary>
    Zoning,

    /// <summary>Limits of the communes.</summary>
    Contours,

    /// <summary>Where their town halls are.</summary>
    Communes,

    /// <summary>What is known of the people of each commune: ages, illnesses, incomes, projections.</summary>
    Statistics,

    /// <summary>The territoire de vie-santé of each commune.</summary>
    Mesh,

    /// <summary>How much of the people of each region may live in zones.</summary>
    ZoningCaps,
}
