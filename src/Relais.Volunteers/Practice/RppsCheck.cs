using Microsoft.AspNetCore.Mvc.ModelBinding;
using Relais.Accounts.Contracts;
using Relais.Kernel.Rules;
using Relais.Kernel.Wording;
using Relais.Registers.Contracts;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Titles;

namespace Relais.Volunteers.Practice;

/// <summary>Who types the number: what the directory says is told for their own name alone.</summary>
/// <param name="CountedAs">The account, or the network of a visitor.</param>
internal sealed record RppsAsker(string FirstName, string LastName, string CountedAs, bool HasAccount);

/// <summary>Tells at once what the imported directory says of a number. A person still verifies the title.</summary>
internal sealed class RppsCheck(IRegisters registers, IAttempts attempts, DatedRules rules, Words t, TimeProvider clock)
{
    private const string Field = "Form.Rpps";

    /// <summary>Without an extract there is nothing to tell.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellation) => await registers.StandingAsync(RegisterKind.Rpps, cancellation) is not null;

    /// <summary>Looks the number of the form up, and ticks its professions where none is. What else is wrong in the form waits.</summary>
    public async Task<RppsSaid?> AskAsync(ModelStateDictionary state, PracticeForm form, RppsAsker asker, CancellationToken cancellation)
    {
        foreach (var other in state.Keys.Where(key => key != Field).ToList())
        {
            state.ClearValidationState(other);
            state.MarkFieldSkipped(other);
        }

        if (form.Rpps is null)
        {
            if (state.GetFieldValidationState(Field) is not ModelValidationState.Invalid)
            {
                state.AddModelError(Field, t["Indiquez le numéro RPPS."]);
            }

            return null;
        }

        if (await registers.StandingAsync(RegisterKind.Rpps, cancellation) is not { } standing)
        {
            return null;
        }

        var said = await TooOftenAsync(asker, cancellation) ?? Say((await registers.FindAsync([form.Rpps], cancellation)).GetValueOrDefault(form.Rpps), asker, standing);
        if (said.Professions.Count > 0 && form.Chosen.Count is 0)
        {
            form.Professions = [.. said.Professions.Select(profession => profession.Code)];
            state.Remove("Form.Professions");
        }

        return said;
    }

    private async Task<RppsSaid?> TooOftenAsync(RppsAsker asker, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var limit = await rules.GetAsync<RppsCheckLimit>("check-limit", "rpps", DateOnly.FromDateTime(now.UtcDateTime), cancellation);
        var until = await attempts.TakeAsync(
            "rpps-check", asker.CountedAs, asker.HasAccount ? limit.MostByAccount : limit.MostByNetwork, TimeSpan.FromMinutes(limit.Minutes), cancellation);
        return until is { } then
            ? new RppsSaid(IsFound: false, t["Vous avez vérifié beaucoup de numéros : réessayez dans {0} min, ou continuez, une personne vérifiera.", Math.Max(1, (int)Math.Ceiling((then - now).TotalMinutes))])
            : null;
    }

    private RppsSaid Say(RegisteredPerson? registered, RppsAsker asker, RegisterStanding standing)
    {
        var practices = registered?.Practices.Where(practice => !practice.IsGone).ToList() ?? [];
        return registered is null || practices.Count is 0
            ? new RppsSaid(IsFound: false, t["Inconnu du répertoire importé le {0:D} : vous pouvez continuer, une personne vérifiera.", standing.ImportedAt])
            : !RegisterAgreement.IsNamed(registered, asker.FirstName, asker.LastName)
            ? new RppsSaid(IsFound: false, t["Le nom ne correspond pas : vérifiez le numéro, ou continuez, une personne vérifiera."])
            : new RppsSaid(IsFound: true, t["Trouvé dans le RPPS : {0}.", string.Join(", ", practices.Select(Describe).Distinct(StringComparer.Ordinal))])
            {
                Professions = [.. practices.Select(practice => OfCode(practice.Profession)).OfType<Profession>().Distinct()],
            };
    }

    /// <summary>« Infirmier », « Médecin, spécialité gériatrie »; what the grid does not name keeps its code.</summary>
    private string Describe(RegisteredPractice practice)
    {
        var profession = OfCode(practice.Profession) is { } known ? t[known.Label].Value : t["profession {0}", practice.Profession];
        return practice.Skill is { } skill ? t["{0}, spécialité {1}", profession, Specialities.LabelOf(skill) is { } label ? t[label].Value : skill] : profession;
    }

    private static Profession? OfCode(string nos) => Profession.All.FirstOrDefault(profession => profession.HasRpps && profession.Nos == nos);

    private sealed record RppsCheckLimit(int MostByAccount, int MostByNetwork, int Minutes);
}

/// <summary>What is told of a number.</summary>
internal sealed record RppsSaid(bool IsFound, string Sentence)
{
    /// <summary>Those of the grid, for who has ticked none.</summary>
    public IReadOnlyList<Profession> Professions { get; init; } = [];
}
