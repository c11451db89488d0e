using System.Text;

namespace Relais.Matching.Instances;

/// <summary>Numbers names in the order in which they are first met.</summary>
internal sealed class NameTable
{
    private const int Most = 64;
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Count => _names.Count;

    public string this[int number] => _names[number];

    public int Find(string name) => _numbers.GetValueOrDefault(name, -1);

    public int Number(string name)
    {
        if (_numbers.TryAdd(name, _names.Count))
        {
            _names.Add(name);
        }

        return _numbers[name];
    }

    /// <summary>The same of bytes in UTF-8; nothing is kept of a name that is known.</summary>
    public int Number(ReadOnlySpan<byte> name)
    {
        Span<char> letters = stackalloc char[Most];
        return name.Length <= Most && _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(letters[..Encoding.UTF8.GetChars(name, letters)], out var known)
            ? known
            : Number(Encoding.UTF8.GetString(name));
    }
}
