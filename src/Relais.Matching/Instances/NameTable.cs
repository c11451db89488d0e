using System.Text;

namespace Relais.Matching.Instances;

/// <summary>Numbers names in the order in which they are first met. Made for the few dozen professions and skills of an instance.</summary>
internal sealed class NameTable
{
    private readonly List<byte[]> _names = [];

    public int Count => _names.Count;

    public string this[int number] => Encoding.UTF8.GetString(_names[number]);

    public int Find(ReadOnlySpan<byte> name)
    {
        for (var number = 0; number < _names.Count; number++)
        {
            if (name.SequenceEqual(_names[number]))
            {
                return number;
            }
        }

        return -1;
    }

    public int Number(string name) => Number(Encoding.UTF8.GetBytes(name));

    public int Number(ReadOnlySpan<byte> name)
    {
        if (Find(name) is >= 0 and var known)
        {
            return known;
        }

        _names.Add(name.ToArray());
        return _names.Count - 1;
    }
}
