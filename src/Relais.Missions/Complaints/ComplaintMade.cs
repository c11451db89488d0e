using Relais.Kernel.Links;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Missions.Complaints;

/// <summary>To those who can answer: a person says that a sum is wrong or late.</summary>
internal sealed record ComplaintMade(Guid ComplaintId) : IMessage
{
    public static string Template => "complaint-made";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.Managing;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(ComplaintBook complaints, PublicAddress address, Words t) : IMessageTemplate<ComplaintMade>
    {
        public async Task<Letter?> RenderAsync(ComplaintMade message, MessageContext context, CancellationToken cancellation) =>
            await complaints.FindAsync(message.ComplaintId, cancellation) is not { Complaint.IsWaiting: true } found
                ? null
                : Letter.About(t["Réclamation sur une somme due : {0}", found.Line.Facility])
                    .Say(t["Une personne venue en renfort dit qu’une somme est fausse, manque ou tarde. Elle attend une réponse."])
                    .Act(t["Lire et répondre"], address.Of($"/reclamations/{found.Complaint.Id}"));
    }
}
