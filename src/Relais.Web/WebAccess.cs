using Relais.Accounts.Contracts;
using Relais.Web.Language;
using Relais.Web.Mailbox;

namespace Relais.Web;

/// <summary>Who may open what the door itself serves.</summary>
internal static class WebAccess
{
    public static void Declare(AccessRules access)
    {
        access.Get("/", Who.Anyone);
        access.Post(LanguageEndpoint.Route, Who.Anyone);
        access.Get("/accessibilite", Who.Anyone);
        access.Get("/aide", Who.Anyone);
        access.Page("/aide/composants", Who.Anyone);
        access.Get("/code-source", Who.Anyone);
        access.Get("/donnees-personnelles", Who.Anyone);
        access.Page("/erreur/{status:int:range(400,599)}", Who.Anyone).Example("status", "404");
        access.Get("/hors-ligne", Who.Anyone);
        access.Get("/mentions-legales", Who.Anyone);
        access.Get("/plan-du-site", Who.Anyone);
        access.Get("/recherche", Who.Anyone);
        access.Get("/openapi/{documentName}.json", Who.Anyone);
        access.Get("/sante", Who.Anyone);
        access.Page("/desabonnement/{token}", Who.LinkHolder);

        // Answer 404 outside of development and demonstration.
        access.Get("/courrier", Who.Anyone);
        access.Get("/courrier/{id:guid}", Who.Anyone);
        access.Get(FormattedMail.Route, Who.Anyone);
    }
}
