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

    public static ProblemHttpResult NotAllowed() =>
        Because(StatusCodes.Status403Forbidden, "not_allowed", "Vos rôles ne permettent pas cette action ici.");

    public static ProblemHttpResult NotFound() =>
        Because(StatusCodes.Status404NotFound, "not_found", "Rien n’existe à cette adresse.");

    public static ProblemHttpResult MethodNotAllowed() =>
        Because(StatusCodes.Status405MethodNotAllowed, "method_not_allowed", "Cette adresse ne connaît pas cette méthode.");
}
