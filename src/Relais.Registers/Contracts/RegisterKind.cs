namespace Relais.Registers.Contracts;

/// <summary>A register of the State of which extracts are taken in.</summary>
public enum RegisterKind
{
    /// <summary>Health professionals: file « PS_LibreAcces_Personne_activite » of the Annuaire Santé.</summary>
    Rpps,

    /// <summary>Establishments and the legal entities that hold them.</summary>
    Finess,
}
