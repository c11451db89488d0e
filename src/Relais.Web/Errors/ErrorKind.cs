namespace Relais.Web.Errors;

internal sealed record ErrorAction(string Text, string Url);

/// <summary>What to say of a status: what happened, in words that blame nobody, and what to do next.</summary>
internal sealed record ErrorKind(string Title, string Explanation, string Advice, ErrorAction? Action = null)
{
    private static readonly ErrorAction Home = new("Aller à l’accueil", "/");

    public static ErrorKind Of(int status) => status switch
    {
        400 => new(
            "Votre demande n’a pas pu être lue",
            "La page est peut-être restée ouverte trop longtemps, ou l’adresse est incomplète.",
            "Revenez en arrière, rechargez la page et envoyez de nouveau. Rien n’a été enregistré."),
        401 or 403 => new(
            "Cette page n’est pas pour ce compte",
            "Vos rôles ne donnent pas accès à cette page.",
            "Si vous pensez que c’est une erreur, demandez l’accès à la personne qui administre Relais chez vous, ou appelez-nous.",
            Home),
        404 or 405 => new(
            "Page introuvable",
            "Cette adresse ne mène à rien : elle est peut-être mal recopiée, ou la page n’existe plus.",
            "Vérifiez l’adresse, ou cherchez la page dans le plan du site.",
            new("Voir le plan du site", "/plan-du-site")),
        409 => new(
            "Quelqu’un est passé avant vous",
            "Ce que vous vouliez changer a changé entre-temps, par exemple parce que la place vient d’être pourvue.",
            "Revenez en arrière et rechargez la page pour voir où en sont les choses. Rien n’a été enregistré.",
            Home),
        410 => new(
            "Ce lien a expiré",
            "Pour votre sécurité, les liens envoyés par message ne servent qu’un temps, et parfois une seule fois.",
            "Connectez-vous pour retrouver ce qui vous concerne, ou demandez un nouveau lien à la même adresse.",
            new("Se connecter", "/connexion")),
        413 => new(
            "Ce fichier est trop lourd",
            "Ce que vous avez envoyé dépasse la taille acceptée.",
            "Choisissez un fichier plus petit ; une photo prise de moins près suffit souvent."),
        429 => new(
            "Trop de demandes en peu de temps",
            "Pour protéger tout le monde, nous limitons le nombre de demandes par minute.",
            "Patientez une minute, puis réessayez. Si vous n’y êtes pour rien, appelez-nous."),
        >= 400 and < 500 => new(
            "Votre demande n’a pas pu être traitée",
            "Quelque chose dans la demande ne convient pas.",
            "Revenez en arrière et réessayez. Rien n’a été enregistré.",
            Home),
        503 => new(
            "Relais est en maintenance",
            "Le service revient dans quelques minutes.",
            "Réessayez un peu plus tard. Ce qui était enregistré l’est toujours."),
        _ => new(
            "Un problème de notre côté",
            "Relais n’a pas réussi à terminer. Vous n’y êtes pour rien, et l’équipe technique est prévenue par le journal.",
            "Réessayez dans quelques minutes. Si cela presse, appelez-nous en donnant la référence ci-dessous.",
            Home),
    };
}
