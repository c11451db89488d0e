using Relais.Kernel.Links;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Missions.Complaints;

/// <summary>To the person: somebody has answered.</summary>
internal sealed record ComplaintAnswered(Guid ComplaintId) : IMessage
{
    public static string Template => "complaint-answered";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.AfterMission;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(ComplaintBook complaints, PublicAddress address, Words t) : IMessageTemplate<ComplaintAnswered>
    {
        public async Task<Letter?> RenderAsync(ComplaintAnswered message, MessageContext context, CancellationToken cancellation) =>
            await complaints.FindAsync(message.ComplaintId, cancellation) is not { Complaint.IsWaiting: false } found
                ? null
                : Letter.About(t["Réponse à votre réclamation : {0}", found.Line.Facility])
                    .Say(t["Quelqu’un a répondu à ce que vous avez dit d’une somme due. Si cela ne va toujours pas, vous pouvez réclamer à nouveau."])
                    .Act(t["Lire la réponse"], address.Of($"/mon-compte/ce-qui-m-est-du/{found.Line.Due.Id}"));
    }
}
