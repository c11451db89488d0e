using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Substitution;

/// <summary>Says to each side that somebody holds a post with another diploma.</summary>
internal static class SubstitutionWords
{
    /// <summary>To the person: what is looked for, and why they are asked.</summary>
    public static string ToPerson(Profession post, Profession held, Words t) =>
        t["On cherche {0} ; votre diplôme {1} permet de tenir ce poste, au tarif du poste.", Sought(post, t), Diploma(held, t)];

    /// <summary>To the establishment: to whom its tick opens a post, all units together.</summary>
    public static string ToFacility(SubstitutionTable table, DateOnly day, Words t) =>
        string.Join(' ', table.ByPost(day).Select(post => t["Pour {0} : {1}.", Sought(post.Post, t), string.Join(", ", post.Pairs.GroupBy(pair => pair.Held.Profession).Select(group => Held(group.Key, [.. group], t)))].Value));

    /// <summary>With the units, where the rule does not hold for all of the post's.</summary>
    private static string Held(Profession held, IReadOnlyList<SubstitutionPair> pairs, Words t)
    {
        var units = pairs.Select(pair => pair.Post).Distinct().ToList();
        return units.Count == ProfessionUnit.Of(units[0].Profession).Count
            ? t[held.Label]
            : $"{t[held.Label]} ({string.Join(", ", units.Select(unit => t[unit.UnitLabel!].Value))})";
    }

    private static string Sought(Profession post, Words t) => post.Code switch
    {
        "care-assistant" => t["un aide-soignant"],
        "nurse" => t["un infirmier"],
        _ => t["un autre métier que le vôtre ({0})", t[post.Label]],
    };

    private static string Diploma(Profession held, Words t) => held.Code switch
    {
        "nurse" => t["d’infirmier"],
        "nurse-anaesthetist" => t["d’infirmier anesthésiste"],
        "theatre-nurse" => t["d’infirmier de bloc opératoire"],
        _ => t["de votre métier ({0})", t[held.Label]],
    };
}
