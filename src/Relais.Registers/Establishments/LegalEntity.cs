using System.Text.Json.Serialization;

namespace Relais.Registers.Establishments;

/// <summary>An object of « pmej » in the file « finess-structures » (schema 1.0.0, 2026): a legal entity and its establishments.</summary>
internal sealed record LegalEntity
{
    [JsonPropertyName("informationsGeneralesPMEJ")]
    public LegalEntityNames? Names { get; init; }

    [JsonPropertyName("ege")]
    public IReadOnlyList<Site>? Sites { get; init; }
}

internal sealed record LegalEntityNames([property: JsonPropertyName("numFinessPm")] string? Number);

/// <summary>A place of care (EGE).</summary>
internal sealed record Site
{
    [JsonPropertyName("informationsGeneralesEGE")]
    public SiteNames? Names { get; init; }

    [JsonPropertyName("categorieEntiteGeographiqueExercice")]
    public string? Category { get; init; }

    [JsonPropertyName("adresse")]
    public IReadOnlyList<SiteAddress>? Addresses { get; init; }

    [JsonPropertyName("contact")]
    public IReadOnlyList<SiteContact>? Contacts { get; init; }

    /// <summary>A while it is open, I afterwards (TRE_R386).</summary>
    [JsonPropertyName("etatObjet")]
    public string? State { get; init; }

    /// <summary>« 2021-10-18 00:00:00 ».</summary>
    [JsonPropertyName("dateDerniereMaj")]
    public string? ChangedAt { get; init; }
}

internal sealed record SiteNames
{
    [JsonPropertyName("numFinessEge")]
    public string? Number { get; init; }

    [JsonPropertyName("nomEgeCourt")]
    public string? ShortName { get; init; }

    [JsonPropertyName("nomEgeLong")]
    public string? LongName { get; init; }

    [JsonPropertyName("dateFermeture")]
    public string? ClosedOn { get; init; }
}

internal sealed record SiteAddress
{
    [JsonPropertyName("numeroVoie")]
    public string? Number { get; init; }

    [JsonPropertyName("typeVoie")]
    public string? Kind { get; init; }

    [JsonPropertyName("libelleVoie")]
    public string? Street { get; init; }

    [JsonPropertyName("cogCommune")]
    public string? Commune { get; init; }
}

internal sealed record SiteContact([property: JsonPropertyName("telecom")] SiteTelecom? Telecom);

internal sealed record SiteTelecom([property: JsonPropertyName("telephone")] string? Phone);
