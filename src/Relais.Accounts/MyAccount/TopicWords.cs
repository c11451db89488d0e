using Relais.Design.Fields;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.MyAccount;

/// <summary>The sorts of messages, as people call them. Those of the account are no choice: they always come.</summary>
internal static class TopicWords
{
    public static Choice ChoiceOf(MessageTopic topic, Words t) => topic switch
    {
        MessageTopic.Promises => new($"{topic}", t["Mes missions promises"], t["Confirmée, changée, annulée. On compte sur vous : gardez un moyen au moins."]),
        MessageTopic.Requests => new($"{topic}", t["Les demandes de renfort"], t["Et comment chacune s’est terminée."]),
        MessageTopic.Reminders => new($"{topic}", t["Les rappels"], t["Des heures à dire ou à accepter."]),
        MessageTopic.AfterMission => new($"{topic}", t["Les suites d’une mission"], t["Attestation, remerciements, réponse à une réclamation."]),
        MessageTopic.Dossier => new($"{topic}", t["Mon dossier"], t["Une vérification décidée."]),
        MessageTopic.Managing => new($"{topic}", t["Ce dont je m’occupe"], t["Un besoin pourvu ou non, des heures à valider, une réclamation."]),
        _ => throw new ArgumentOutOfRangeException(nameof(topic)),
    };
}
