using System.ComponentModel.DataAnnotations;

namespace Relais.Reinforcement.Needs;

/// <summary>How soon somebody is missing; it sets how fast the waves follow each other.</summary>
internal enum Urgency
{
    [Display(Name = "Tout de suite : dans les 12 heures")]
    Immediate,

    [Display(Name = "Bientôt : dans les 3 jours")]
    Soon,

    [Display(Name = "Prévu : plus tard")]
    Planned,
}

internal enum PayBasis
{
    [Display(Name = "Réquisition : tarif officiel")]
    Requisition,

    [Display(Name = "Contrat : montant horaire de l’établissement")]
    Contract,

    [Display(Name = "Bénévole")]
    Unpaid,
}

/// <summary>Who decides among those who say yes.</summary>
internal enum Filling
{
    [Display(Name = "La première personne qui convient et dit oui")]
    FirstSuitable,

    [Display(Name = "Je choisis parmi les personnes qui disent oui")]
    ChosenByManager,
}

internal enum NeedState
{
    /// <summary>Written, not sent to anybody.</summary>
    Draft,

    /// <summary>People are being asked.</summary>
    Open,

    /// <summary>Every place is held and can no longer be undone.</summary>
    Filled,

    /// <summary>The establishment stopped asking with places left.</summary>
    Closed,

    /// <summary>The shift will not take place: nobody comes.</summary>
    Cancelled,
}
