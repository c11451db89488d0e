using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accessibility.Zoning;
using Relais.Kernel.Wording;
using Relais.Observatory.Datasets;

namespace Relais.Observatory.ZoneRules;

/// <summary>What a reader may try, as the address has it; what is left empty is as the order says.</summary>
internal abstract class ParametersPage : PageModel
{
    private const int MostCodes = 200;
    protected const string TooLong = "2 000 caractères au plus";

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Sélection nationale : APL au plus")]
    public string? Selection { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Vivier : APL au plus")]
    public string? Vivier { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Marge d’adaptation, part de la population du vivier")]
    public string? Marge { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Plafond des ZIP, part de chaque région")]
    public string? Zip { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Plafond des ZAC, part de chaque région")]
    public string? Zac { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Moyenne d’un territoire")]
    public string? Moyenne { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "APL")]
    public string? Apl { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Territoires que l’ARS choisirait d’abord")]
    [StringLength(2000, ErrorMessage = TooLong)]
    public string? Choisir { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Territoires qu’elle ajouterait par adaptation")]
    [StringLength(2000, ErrorMessage = TooLong)]
    public string? Adapter { get; set; }

    /// <summary>What is tried; errors are told beside their fields, and what has one is as the order says.</summary>
    protected TriedParameters ReadParameters(ZoningRules order, Words t)
    {
        var (selected, pool) = (Figure(nameof(Selection), Selection, t), Figure(nameof(Vivier), Vivier, t));
        if ((selected ?? order.SelectedAtMost) > (pool ?? order.PoolAtMost))
        {
            ModelState.AddModelError(nameof(Vivier), t["Le vivier commence où finit la sélection : donnez au moins {0}.", selected ?? order.SelectedAtMost!.Value]);
            (selected, pool) = (null, null);
        }

        var (zip, zac) = (Share(nameof(Zip), Zip, t), Share(nameof(Zac), Zac, t));
        if (string.IsNullOrWhiteSpace(Zip) != string.IsNullOrWhiteSpace(Zac))
        {
            ModelState.AddModelError(string.IsNullOrWhiteSpace(Zip) ? nameof(Zip) : nameof(Zac), t["Donnez les deux plafonds, ou aucun."]);
        }

        return new TriedParameters
        {
            SelectedAtMost = selected,
            PoolAtMost = pool,
            Margin = Share(nameof(Marge), Marge, t),
            Caps = zip is { } inZip && zac is { } inZac ? (inZip, inZac) : null,
            Mean = Moyenne is "standardisee" ? MeanOver.Standardised : Moyenne is "residents" ? MeanOver.Residents : null,
            PrefersOurs = Apl is "relais",
            Choice = new ArsChoice { Order = [.. CodesOf(Choisir)], Adaptations = [.. CodesOf(Adapter).Select(AdaptationOf)] },
        };
    }

    /// <summary>« CODE » becomes a priority zone, « CODE:zac » a complementary one.</summary>
    private static Adaptation AdaptationOf(string text) =>
        text.EndsWith(":zac", StringComparison.OrdinalIgnoreCase) ? new Adaptation(text[..^4], Wanted.Zac) : new Adaptation(text, Wanted.Zip);

    private static IEnumerable<string> CodesOf(string? text) =>
        (text ?? "").Split([' ', ',', ';', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostCodes);

    private double? Figure(string name, string? text, Words t) => Number(name, text, t["Un nombre de consultations par an, par exemple 2,5"]);

    private double? Share(string name, string? text, Words t) => Number(name, text, t["Un nombre de 0 à 100"]) / 100;

    private double? Number(string name, string? text, string problem)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (Decimals.TryRead(text.Trim().TrimEnd('%').Trim(), out var value) && value is >= 0 and <= 100)
        {
            return value;
        }

        ModelState.AddModelError(name, problem);
        return null;
    }
}
