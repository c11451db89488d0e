using System.Globalization;

namespace Relais.Bench.Registers;

/// <summary>Writes an extract of the Annuaire Santé as wide as the real one (about 450 characters a line), with invented people.</summary>
internal static class InventedExtract
{
    private static readonly string[] Header =
    [
        "Type d'identifiant PP", "Identifiant PP", "Identification nationale PP", "Code civilité d'exercice", "Libellé civilité d'exercice", "Code civilité",
        "Libellé civilité", "Nom d'exercice", "Prénom d'exercice", "Code profession", "Libellé profession", "Code catégorie professionnelle",
        "Libellé catégorie professionnelle", "Code type savoir-faire", "Libellé type savoir-faire", "Code savoir-faire", "Libellé savoir-faire",
        "Code mode exercice", "Libellé mode exercice", "Numéro SIRET site", "Numéro SIREN site", "Numéro FINESS site",
        "Numéro FINESS établissement juridique", "Identifiant technique de la structure", "Raison sociale site", "Enseigne commerciale site",
        "Complément destinataire (coord. structure)", "Complément point géographique (coord. structure)", "Numéro Voie (coord. structure)",
        "Indice répétition voie (coord. structure)", "Code type de voie (coord. structure)", "Libellé type de voie (coord. structure)",
        "Libellé Voie (coord. structure)", "Mention distribution (coord. structure)", "Bureau cedex (coord. structure)", "Code postal (coord. structure)",
        "Code commune (coord. structure)", "Libellé commune (coord. structure)", "Code pays (coord. structure)", "Libellé pays (coord. structure)",
        "Téléphone (coord. structure)", "Téléphone 2 (coord. structure)", "Télécopie (coord. structure)", "Adresse e-mail (coord. structure)",
        "Code Département (structure)", "Libellé Département (structure)", "Ancien identifiant de la structure", "Autorité d'enregistrement",
        "Code secteur d'activité", "Libellé secteur d'activité", "Code section tableau pharmaciens", "Libellé section tableau pharmaciens", "",
    ];

    private static readonly (string Code, string Label)[] Professions = [("60", "Infirmier"), ("10", "Médecin"), ("70", "Masseur-Kinésithérapeute"), ("21", "Pharmacien")];

    /// <param name="path">The file to write.</param>
    /// <param name="people">How many professionals.</param>
    /// <param name="linesEach">How many places each works in: as many lines, which say the same of the person but for the last.</param>
    public static void Write(string path, int people, int linesEach)
    {
        using var writer = new StreamWriter(path, append: false, System.Text.Encoding.UTF8, 1 << 20);
        writer.Write(string.Join('|', Header) + "\n");
        for (var line = 0; line < people * linesEach; line++)
        {
            var person = line / linesEach;
            var number = Number(person);
            var (code, label) = Professions[person % Professions.Length];
            var skill = code is "10" ? (linesEach > 1 && line % linesEach == linesEach - 1 ? "SM18|Gériatrie" : "SM54|Médecine générale") : "|";
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"8|{number}|8{number}|DR|Docteur|MME|Madame|NOM{person % 90_000:00000}{(char)('A' + (person % 26))}|PRENOM{person % 4_000}|{code}|{label}|C|Civil|S|Spécialité ordinale|{skill}|S|Salarié|26{line:000000000000}|260000000|290000017|290020700|R10000{line:0000000}|CENTRE HOSPITALIER DE LA DEMONSTRATION||SERVICE DES URGENCES||{line % 200}||R|Rue|DES HORTENSIAS|BP {line % 999}|CEDEX|29270|29024|Carhaix-Plouguer|99000|France|0299000000||0299000001|personne{line}@exemple.invalid|29|Finistère|F290000017|CNOM/CNOM/CNOM|SA01|Etablissement public de santé|||\n"));
        }
    }

    /// <summary>Eleven digits, the last a key.</summary>
    private static string Number(int person)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"10{person * 7 % 100_000_000:00000000}");
        var sum = 0;
        for (var place = 0; place < body.Length; place++)
        {
            var weighted = (body[^(place + 1)] - '0') * (place % 2 is 0 ? 2 : 1);
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{body}{(10 - (sum % 10)) % 10}");
    }
}
