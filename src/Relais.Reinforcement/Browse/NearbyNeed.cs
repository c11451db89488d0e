using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Browse;

/// <summary>A need that is still looking for somebody, as one person may or may not take it.</summary>
/// <param name="Need">The need.</param>
/// <param name="Minutes">Estimated travel from home, where it is known.</param>
/// <param name="IsDeclaredFree">Said to be free during the whole shift.</param>
/// <param name="Offer">What was asked of this person about it, if anything.</param>
/// <param name="WhyNot">The code of the first rule that stops the person; nothing when the person may take it.</param>
internal sealed record NearbyNeed(Need Need, int? Minutes, bool IsDeclaredFree, Offer? Offer, string? WhyNot)
{
    /// <summary>Who of the two no longer wants the other, if one of them does not.</summary>
    public ExclusionSide? ExcludedBy { get; init; }

    /// <summary>The profession with which the person would hold a place of another; nothing where it is their own.</summary>
    public Profession? StandsInAs { get; init; }

    /// <summary>A question that was put and can still be answered, or a no that can be taken back.</summary>
    public bool IsAsked => Offer?.State is OfferState.Waiting or OfferState.Declined;

    /// <summary>The person has said yes already: it is among their own.</summary>
    public bool IsMine => Offer?.State is OfferState.Accepted or OfferState.ToReconfirm or OfferState.Candidate or OfferState.Standby;
}

/// <summary>The needs around a home, the soonest first, the nearest first on a day.</summary>
/// <param name="Takeable">Those that the person may take.</param>
/// <param name="Others">Those of the person's professions that a rule keeps from them.</param>
/// <param name="OfOtherProfessions">How many others are around.</param>
/// <param name="IsWeekFull">Asked as often as the person accepts in a week: nothing more comes by itself until Monday.</param>
/// <param name="IsCut">There are more than a page shows.</param>
internal sealed record NearbyList(IReadOnlyList<NearbyNeed> Takeable, IReadOnlyList<NearbyNeed> Others, int OfOtherProfessions, bool IsWeekFull, bool IsCut);
