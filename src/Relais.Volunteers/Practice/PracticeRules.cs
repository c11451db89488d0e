using Microsoft.AspNetCore.Mvc.ModelBinding;
using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Practice;

internal static class PracticeRules
{
    public const string TakenSentence = "Ce numéro RPPS a déjà un dossier. Identifiez-vous pour le compléter, ou vérifiez le numéro.";

    public static async Task CheckAsync(
        ModelStateDictionary state, PracticeForm form, Dossiers dossiers, PersonId? except, Words words, CancellationToken cancellation)
    {
        if (form.Rpps is { } rpps && await dossiers.IsTakenAsync(rpps, except, cancellation))
        {
            state.AddModelError("Form.Rpps", words[TakenSentence]);
        }
    }
}
