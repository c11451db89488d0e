using Relais.Accounts.Contracts;

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

        access.Page("/mon-compte", Who.SignedIn);
        access.Page("/mon-compte/nom", Who.SignedIn);
        access.Page("/mon-compte/adresses", Who.SignedIn);
        access.Page("/mon-compte/adresse/{jeton}", Who.LinkHolder);
        access.Page("/mon-compte/messages", Who.SignedIn);
        access.Page("/mon-compte/mot-de-passe", Who.SignedIn);
    }
}
