using Relais.Kernel.Identifiers;
using Relais.Kernel.Text;
using Relais.Registers.Contracts;
using Relais.Registers.Importing;

namespace Relais.Registers.Establishments;

/// <summary>A table of establishments with a header, semicolons between the columns: one line for each place of care.</summary>
internal sealed class FinessExtract(RegisterFile file, IProgress<long>? progress) : SeparatedExtract(file, ';', hasQuotes: true, progress)
{
    private readonly object?[] _values = new object?[8];
    private int _number;
    private int? _entity;
    private int _name;
    private int? _longName;
    private int _category;
    private int? _communeCode;
    private int? _commune;
    private int? _department;
    private int[] _address = [];
    private int? _phone;
    private int? _closedOn;

    protected override void Find(RegisterColumns columns)
    {
        _number = columns.Required("nofinesset", "numero finess et", "num finess et", "finess");
        _entity = columns.Optional("nofinessej", "numero finess ej", "num finess ej");
        _name = columns.Required("rs", "raison sociale", "denomination");
        _longName = columns.Optional("rslongue", "raison sociale longue");
        _category = columns.Required("categetab", "categorie", "code categorie");
        _communeCode = columns.Optional("com_code", "code commune", "codecommune");
        if (_communeCode is null)
        {
            _department = columns.Required("departement");
            _commune = columns.Required("commune");
        }

        _address = [.. ((int?[])[columns.Optional("numvoie"), columns.Optional("typvoie"), columns.Optional("voie")]).OfType<int>()];
        _phone = columns.Optional("telephone", "telephone 1");
        _closedOn = columns.Optional("datefermeture", "date fermeture", "dateferm");
    }

    protected override object?[]? ReadLine(SeparatedRows row)
    {
        var number = Finess.Parse(row[_number].ToString());
        if (!number.IsValid)
        {
            IsBad(row, $"{number.Problem.Code}: {row[_number]}");
            return null;
        }

        var entity = Text(row, _entity) is { Length: > 0 } text ? Finess.Parse(text).Value ?? number.Value : number.Value;
        Meets(number.Value.Value, (string?)_values[0] ?? "");
        _values[0] = number.Value.Value;
        _values[1] = entity.Value;
        _values[2] = Text(row, _longName) is { Length: > 0 } longName ? longName : Text(row, _name);
        _values[3] = Code(row[_category].Trim());
        _values[4] = CommuneOf(row);
        _values[5] = FinessValues.AddressOf(_address.Select(part => row[part].ToString()));
        _values[6] = Text(row, _phone);
        _values[7] = FinessValues.DayOf(Text(row, _closedOn));
        return _values;
    }

    private static string Text(SeparatedRows row, int? column) => column is { } place ? row[place].Trim().ToString() : "";

    /// <summary>The register writes department 29 and commune 019; overseas, department 9A and commune 101 stand for 97101.</summary>
    private string CommuneOf(SeparatedRows row)
    {
        if (_communeCode is not null)
        {
            return FinessValues.CommuneOf(Text(row, _communeCode));
        }

        var (department, commune) = (Text(row, _department), Text(row, _commune).PadLeft(3, '0'));
        var isOverseas = department is ['9', >= 'A' and <= 'F'] or ['9', '7', _];
        return FinessValues.CommuneOf(isOverseas ? $"97{commune}" : $"{department.PadLeft(2, '0')}{commune}");
    }
}
