using Relais.Kernel.Identifiers;
using Relais.Kernel.Text;
using Relais.Registers.Contracts;
using Relais.Registers.Importing;

namespace Relais.Registers.Professionals;

/// <summary>« PS_LibreAcces_Personne_activite »: UTF-8, pipes, no quotes, one line for each activity of a person.</summary>
internal sealed class RppsExtract(RegisterFile file, IdentifierSettings settings, IProgress<long>? progress)
    : SeparatedExtract(file, '|', hasQuotes: false, progress)
{
    private const string RppsType = "8";

    private readonly HashSet<(string Profession, string Category, string Skill)> _practices = [];
    private readonly object?[] _values = new object?[6];
    private int _type;
    private int _number;
    private int _lastName;
    private int _firstName;
    private int _profession;
    private int _category;
    private int? _skill;
    private string _read = "";

    public static RegisterShape Shape { get; } = new("rpps_line", ["number", "profession", "category", "skill"], ["last_name", "first_name"]);

    protected override void Find(RegisterColumns columns)
    {
        _type = columns.Required("Type d'identifiant PP");
        _number = columns.Required("Identifiant PP");
        _lastName = columns.Required("Nom d'exercice");
        _firstName = columns.Required("Prénom d'exercice");
        _profession = columns.Required("Code profession");
        _category = columns.Required("Code catégorie professionnelle");
        _skill = columns.Optional("Code savoir-faire");
    }

    protected override object?[]? ReadLine(SeparatedRows row)
    {
        if (!row[_type].SequenceEqual(RppsType))
        {
            PassedOver++;
            return null;
        }

        if (!row[_number].SequenceEqual(_read) && !IsNextPerson(row))
        {
            return null;
        }

        if (row[_profession].IsEmpty)
        {
            IsBad(row, "no profession");
            return null;
        }

        var practice = (Code(row[_profession]), Code(row[_category]), _skill is { } skill ? Code(row[skill]) : "");
        if (!_practices.Add(practice))
        {
            return null;
        }

        (_values[1], _values[2], _values[3]) = practice;
        _values[4] = row[_lastName].Trim().ToString();
        _values[5] = Code(row[_firstName].Trim());
        return _values;
    }

    /// <summary>The lines of a person mostly follow each other: the number is checked once, and what was said already is not said again.</summary>
    private bool IsNextPerson(SeparatedRows row)
    {
        var text = row[_number].ToString();
        var parsed = settings.ParseRpps(text);
        if (!parsed.IsValid)
        {
            IsBad(row, $"{parsed.Problem.Code}: {text}");
            return false;
        }

        _practices.Clear();
        Meets(parsed.Value.Value, (string?)_values[0] ?? "");
        (_read, _values[0]) = (text, parsed.Value.Value);
        return true;
    }
}
