using Relais.Kernel.Jobs;
using Relais.Kernel.Messages;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Notices;

/// <summary>Who is told what. Everything joins the caller's unit of work, and is looked at again just before it goes.</summary>
internal sealed class Notifying(Outbox outbox, JobQueue jobs)
{
    public static MessageSubject About(Offer offer) => new("offer", offer.Id.Value);

    public void Invite(Offer offer) =>
        outbox.Add(offer.PersonId.Value, new Invitation(offer.Id.Value, offer.NeedVersion), About(offer), onceKey: $"{offer.Id}/{offer.NeedVersion}/{offer.SentAt.ToUnixTimeSeconds()}");

    public void Confirmed(Assignment assignment) =>
        outbox.Add(assignment.PersonId.Value, new Confirmation(assignment.Id), new MessageSubject("offer", assignment.OfferId.Value), onceKey: $"{assignment.Id}");

    public void AskAgain(Offer offer) =>
        outbox.Add(offer.PersonId.Value, new NeedChanged(offer.Id.Value, offer.NeedVersion), About(offer), onceKey: $"{offer.Id}/{offer.NeedVersion}");

    public void HowItEnded(Offer offer) => outbox.Add(offer.PersonId.Value, new OfferEnded(offer.Id.Value), About(offer));

    public void CalledOff(Offer offer) => outbox.Add(offer.PersonId.Value, new CalledOff(offer.Id.Value), About(offer));

    /// <summary>Those who manage the establishment hear of it soon after, outside the transaction of the answer.</summary>
    public void FacilityOf(Need need, FacilityNews news) => jobs.Add(new TellFacility(need.Id.Value, news));
}

internal enum FacilityNews
{
    Candidate,
    Withdrawal,

    /// <summary>Somebody no longer comes and nobody else is looked for: it is too late, or the search was stopped.</summary>
    WithdrawalAlone,
    Filled,

    /// <summary>Everybody who could be asked was, and places are left.</summary>
    NobodyLeft,
}
