using Relais.Kernel.Text;
using Relais.Registers.Contracts;

namespace Relais.Registers.Importing;

/// <summary>The columns of an extract by the names in its header: their order and number change between releases.</summary>
internal sealed class RegisterColumns
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public RegisterColumns(SeparatedRows header)
    {
        Width = header.Count;
        for (var place = 0; place < header.Count; place++)
        {
            _places.TryAdd(KeyOf(header[place].ToString()), place);
        }
    }

    public int Width { get; }

    /// <summary>Where the column stands under the first of its names that is there.</summary>
    public int Required(params ReadOnlySpan<string> names) => Optional(names) ?? throw new RegisterRefusedException(RegisterFault.MissingColumn, names[0], line: 1);

    public int? Optional(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_places.TryGetValue(KeyOf(name), out var place))
            {
                return place;
            }
        }

        return null;
    }

    private static string KeyOf(string name) => SearchKey.From(name.Replace('’', '\'').Replace('_', ' '));
}
