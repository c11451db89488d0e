using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Relais.Web.Help;

/// <summary>Every component as it is, for those who write pages; shown in Development only.</summary>
internal sealed class ComponentsPage(IHostEnvironment environment, TimeProvider time) : PageModel
{
    [BindProperty]
    public ComponentsForm Form { get; set; } = new();

    public DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public IActionResult OnGet() => environment.IsDevelopment() ? Page() : NotFound();

    public IActionResult OnPost() => environment.IsDevelopment() ? Page() : NotFound();
}

internal enum Regime
{
    [Display(Name = "Agent hospitalier", Description = "Fonction publique hospitalière")]
    HospitalAgent,

    [Display(Name = "Libéral")]
    Liberal,
}

internal sealed class ComponentsForm
{
    [Display(Name = "Adresse électronique"), Required, EmailAddress]
    public string? Email { get; set; }

    [Display(Name = "Précisions")]
    public string? Details { get; set; }

    [Display(Name = "Votre régime"), Required]
    public Regime? Regime { get; set; }

    [Display(Name = "Unité"), Required]
    public Regime? Unit { get; set; }

    [Display(Name = "Quand pouvez-vous venir"), Required, MinLength(1)]
    public string[] Moments { get; set; } = [];

    [Display(Name = "Je travaille aussi la nuit")]
    public bool Nights { get; set; }

    [Display(Name = "Jour"), Required]
    public DateOnly? Day { get; set; }

    [Display(Name = "Début"), Required]
    public TimeOnly? Start { get; set; }

    [Display(Name = "Justificatif"), Required]
    public IFormFile? Proof { get; set; }
}
