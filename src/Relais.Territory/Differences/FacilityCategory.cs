namespace Relais.Territory.Differences;

/// <summary>The categories of TRE_R66 (NOS, ANS) that are met most; the others are shown by their code.</summary>
internal static class FacilityCategory
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["101"] = "Centre hospitalier régional", ["106"] = "Centre hospitalier, ancien hôpital local", ["109"] = "Soins de suite privés", ["114"] = "Hôpital des armées",
        ["124"] = "Centre de santé", ["127"] = "Hospitalisation à domicile", ["128"] = "Établissement de soins chirurgicaux", ["129"] = "Établissement de soins médicaux",
        ["131"] = "Centre de lutte contre le cancer", ["141"] = "Centre de dialyse", ["156"] = "Centre médico-psychologique", ["292"] = "Centre hospitalier spécialisé",
        ["354"] = "Soins infirmiers à domicile", ["355"] = "Centre hospitalier", ["362"] = "Soins de longue durée", ["365"] = "Établissement de soins pluridisciplinaire",
        ["500"] = "EHPAD", ["603"] = "Maison de santé", ["604"] = "Communauté professionnelle territoriale de santé", ["620"] = "Pharmacie d’officine", ["697"] = "Groupement de coopération sanitaire",
    };

    public static string? LabelOf(string code) => Labels.GetValueOrDefault(code);
}
