namespace Relais.Reinforcement.Offers;

internal enum OfferState
{
    /// <summary>Asked, no answer yet.</summary>
    Waiting,

    /// <summary>Said yes and holds a place.</summary>
    Accepted,

    /// <summary>Had said yes and holds a place, but the need changed since: asked again.</summary>
    ToReconfirm,

    /// <summary>Said yes where the establishment chooses: holds nothing yet.</summary>
    Candidate,

    /// <summary>Said yes when every place was held: asked first if one comes free.</summary>
    Standby,

    /// <summary>Said no, or not this week. Nobody is punished for it.</summary>
    Declined,

    /// <summary>Had said yes and can no longer come.</summary>
    Withdrawn,

    /// <summary>Closed from our side; the outcome says why.</summary>
    Ended,
}

internal enum OfferOutcome
{
    Filled,
    Cancelled,

    /// <summary>The shift began without an answer.</summary>
    Lapsed,

    NotChosen,

    /// <summary>The need changed and the rules of rest no longer let the person come.</summary>
    RulesForbid,
}
