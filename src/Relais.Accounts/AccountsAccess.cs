using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Duplicates;
using Relais.Accounts.MyData;
using Relais.Accounts.MyMessages;
using Relais.Accounts.Verifications;

namespace Relais.Accounts;

/// <summary>Who may open what this room serves.</summary>
internal static class AccountsAccess
{
    public static void Declare(AccessRules access)
    {
        access.Page("/connexion", Who.Anyone);
        access.Page("/connexion/lien", Who.Anyone);
        access.Page("/connexion/lien/{jeton}", Who.LinkHolder);
        access.Page("/deconnexion", Who.Anyone);
        access.Page("/premier-administrateur/{jeton}", Who.LinkHolder);

        access.Page("/mon-compte", Who.SignedIn);
        access.Page("/mon-compte/nom", Who.SignedIn);
        access.Page("/mon-compte/adresses", Who.SignedIn);
        access.Page("/mon-compte/adresse/{jeton}", Who.LinkHolder);
        access.Page("/mon-compte/messages", Who.SignedIn);
        access.Page("/mon-compte/messages/heures", Who.SignedIn);
        access.Page("/mon-compte/messages/sortes", Who.SignedIn);
        access.Page("/mon-compte/mot-de-passe", Who.SignedIn);
        access.Page("/mon-compte/passer-la-main", Who.SignedIn);
        access.Page("/mon-compte/appareils", Who.SignedIn);
        access.Page("/mon-compte/cles", Who.SignedIn);
        access.Page("/mon-compte/jetons", Who.SignedIn);

        access.Get("/mon-compte/consultations", Who.SignedIn);
        access.Page("/mon-compte/donnees", Who.SignedIn);
        access.Page("/mon-compte/donnees/effacer", Who.SignedIn);
        access.Get(CopyEndpoint.Route, Who.SignedIn);

        access.Page("/mes-messages", Who.SignedIn);
        access.Get(MessagesApi.Route, Who.SignedIn);

        access.Get("/verifications", Who.Has(VerificationQueue.Deciders));
        access.Page("/verifications/{id:guid}", Who.Has(VerificationQueue.Deciders).Over<VerificationOfRoute>()).Example(VerificationOfRoute.ExampleAsync);
        access.Get(EvidenceFile.Route, Who.Has(VerificationQueue.Deciders).Over<VerificationOfRoute>()).Example(EvidenceFile.ExampleAsync);

        access.Get("/doublons", Who.Has(DossierDeciders.Roles));
        access.Page("/doublons/{first:guid}/{second:guid}", Who.Has(DossierDeciders.Roles).Over<PairOfRoute>()).Example(PairOfRoute.ExampleAsync);
        access.Page("/doublons/reunions/{id:guid}", Who.Has(DossierDeciders.Roles).Over<MergerOfRoute>()).Example(MergerOfRoute.ExampleAsync);

        access.Get("/administration/comptes", Who.Has(Role.Administrator));
        access.Page("/administration/comptes/{person:guid}", Who.Has(Role.Administrator)).Example(AnyPerson);
        access.Page("/administration/journal", Who.Has(Role.Administrator));
        access.Page("/administration/installation", Who.Has(Role.Administrator));
    }

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyPerson(IServiceProvider services, CancellationToken cancellation)
    {
        var people = await services.GetRequiredService<IPeople>().SearchAsync("", 1, cancellation);
        return people is [var person] ? new Dictionary<string, string>(StringComparer.Ordinal) { ["person"] = person.Id.ToString() } : null;
    }
}
