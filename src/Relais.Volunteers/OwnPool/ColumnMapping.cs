using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Relais.Kernel.Text;

namespace Relais.Volunteers.OwnPool;

/// <summary>Which column of a file holds what, by its place.</summary>
internal sealed class ColumnMapping
{
    [Display(Name = "Nom"), Required(ErrorMessage = "Choisissez la colonne du nom")]
    public int? LastName { get; set; }

    [Display(Name = "Prénom"), Required(ErrorMessage = "Choisissez la colonne du prénom")]
    public int? FirstName { get; set; }

    [Display(Name = "Adresse électronique")]
    public int? Email { get; set; }

    [Display(Name = "Téléphone mobile")]
    public int? Mobile { get; set; }

    [Display(Name = "Métier")]
    public int? Profession { get; set; }

    public bool IsComplete => LastName is not null && FirstName is not null && (Email is not null || Mobile is not null);

    /// <summary>Proposes by the names of the columns.</summary>
    public static ColumnMapping Propose(IReadOnlyList<string> header)
    {
        var names = header.Select(name => SearchKey.From(name)).ToList();
        return new ColumnMapping
        {
            FirstName = Find(names, "prenom", "first name", "firstname", "given"),
            LastName = Find(names, "nom de famille", "nom d'usage", "nom", "last name", "lastname", "surname"),
            Email = Find(names, "mail", "courriel", "adresse electronique"),
            Mobile = Find(names, "mobile", "portable", "telephone", "tel", "phone", "gsm"),
            Profession = Find(names, "metier", "profession", "fonction", "grade", "emploi", "qualification"),
        };
    }

    public static ColumnMapping Read(string json) => JsonSerializer.Deserialize<ColumnMapping>(json)!;

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>The column named so, or else the first whose name holds one of the words; « prénom » holds « nom ».</summary>
    private static int? Find(List<string> names, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (names.IndexOf(word) is >= 0 and var exact)
            {
                return exact;
            }
        }

        foreach (var word in words)
        {
            if (names.FindIndex(name => name.Contains(word, StringComparison.Ordinal) && (word is not "nom" || !name.Contains("prenom", StringComparison.Ordinal))) is >= 0 and var found)
            {
                return found;
            }
        }

        return null;
    }
}
