using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Relais.Kernel.Api;

/// <summary>
/// What the API answers when it refuses: <c>application/problem+json</c> with a <c>code</c> that never changes, for
/// programs, and a sentence that may, for people.
/// </summary>
public static class Problem
{
    public static ProblemHttpResult Because(int status, string code, string sentence) =>
        TypedResults.Problem(detail: sentence, statusCode: status, extensions: [new("code", code)]);

    public static ProblemHttpResult SignInNeeded() =>
        Because(StatusCodes.Status401Unauthorized, "sign_in_needed", "Identifiez-vous : en-tête « Authorization: Bearer » suivi d’un jeton.");

    public static ProblemHttpResult TokenInvalid() =>
        Because(StatusCodes.Status401Unauthorized, "token_invalid", "Ce jeton est inconnu, révoqué ou périmé.");

    public static ProblemHttpResult TokenScopeNeeded(string scope) =>
        Because(StatusCodes.Status403Forbidden, "token_scope_needed", $"Ce jeton n’a pas l’usage « {scope} ».");

    public static ProblemHttpResult NotAllowed() =>
        Because(StatusCodes.Status403Forbidden, "not_allowed", "Vos rôles ne permettent pas cette action ici.");

    public static ProblemHttpResult NotFound() =>
        Because(StatusCodes.Status404NotFound, "not_found", "Rien n’existe à cette adresse.");

    public static ProblemHttpResult MethodNotAllowed() =>
        Because(StatusCodes.Status405MethodNotAllowed, "method_not_allowed", "Cette adresse ne connaît pas cette méthode.");

    public static ProblemHttpResult WrongMediaType() =>
        Because(StatusCodes.Status415UnsupportedMediaType, "wrong_media_type", "Envoyez du JSON : en-tête « Content-Type: application/json ».");

    public static ProblemHttpResult TooLarge() =>
        Because(StatusCodes.Status413PayloadTooLarge, "too_large", "La demande dépasse un mégaoctet.");

    public static ProblemHttpResult TooMany() =>
        Because(StatusCodes.Status429TooManyRequests, "too_many_requests", "Trop de demandes : réessayez plus tard.");

    /// <param name="path">Where in the JSON, as a JSON path, when it is known.</param>
    public static ProblemHttpResult Unreadable(string? path) => Because(
        StatusCodes.Status400BadRequest,
        "unreadable",
        path is null ? "La demande n’est pas lisible : vérifiez l’adresse et le JSON." : $"La demande n’est pas lisible à « {path} » : valeur inconnue, champ en trop ou mauvais type.");

    public static ProblemHttpResult Failed() =>
        Because(StatusCodes.Status500InternalServerError, "failed", "Un problème de notre côté : rien n’a été fait, réessayez plus tard.");
}
