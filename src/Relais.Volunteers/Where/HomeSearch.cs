using Microsoft.AspNetCore.Mvc.ModelBinding;
using Relais.Design.Fields;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Volunteers.Where;

/// <summary>Finds the commune that a person means, or those among which to choose.</summary>
internal sealed record HomeSearch(Commune? Found, IReadOnlyList<Commune> Candidates)
{
    private const int MostCandidates = 8;

    public static HomeSearch In(CommuneTable communes, string? typed, string? chosenCode)
    {
        if (typed is { Length: > WhereForm.LongestName })
        {
            return new HomeSearch(null, []);
        }

        if (CommuneCode.Parse(chosenCode).Value is { } code && communes.Find(code) is { } chosen && Agrees(communes, typed, chosen))
        {
            return new HomeSearch(chosen, []);
        }

        var candidates = communes.Search(NameOf(typed), MostCandidates);
        var exact = candidates.Where(commune => Suggestion(commune) == typed?.Trim()).ToList();
        return exact is [var one] || candidates is [var only] && (one = only) is not null
            ? new HomeSearch(one, [])
            : new HomeSearch(null, candidates);
    }

    /// <summary>Says beside the field what is missing, unless the field has its own error already.</summary>
    public void Explain(ModelStateDictionary state, Words words)
    {
        if (Found is null && state["Form.Home"] is not { Errors.Count: > 0 })
        {
            state.AddModelError(
                Candidates.Count is 0 ? "Form.Home" : "Form.HomeCode",
                Candidates.Count is 0 ? words["Aucune commune ne porte ce nom : essayez le code postal"] : words["Choisissez votre commune dans la liste"]);
        }
    }

    /// <summary>How a commune is offered while the name is being typed: « Carhaix-Plouguer (29270) ».</summary>
    public static string Suggestion(Commune commune) => $"{commune.Name} ({(commune.PostalCodes is [var postalCode, ..] ? postalCode : commune.Code.Value)})";

    public static IEnumerable<Choice> Choices(IEnumerable<Commune> candidates) =>
        candidates.Select(commune => new Choice(commune.Code.Value, Suggestion(commune)));

    /// <summary>The choice answers the text beside it, not one typed over since.</summary>
    private static bool Agrees(CommuneTable communes, string? typed, Commune chosen) =>
        typed == chosen.Name || communes.Search(NameOf(typed), MostCandidates).Contains(chosen);

    private static string NameOf(string? typed)
    {
        var text = (typed ?? "").Trim();
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 ? text[..bracket].TrimEnd() : text;
    }
}

/// <summary>A page that asks where: the step of the registration and the page of the dossier.</summary>
internal interface IWherePage
{
    WhereForm Form { get; }

    /// <summary>The communes that the text may mean, when it means several.</summary>
    IReadOnlyList<Commune> Candidates { get; }
}
