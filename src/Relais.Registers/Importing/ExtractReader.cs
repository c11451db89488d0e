using Relais.Registers.Contracts;

namespace Relais.Registers.Importing;

/// <summary>Reads what an extract says, one establishment or practice after the other, and counts what it meets.</summary>
internal abstract class ExtractReader(IProgress<long>? progress)
{
    private const int ProgressEvery = 250_000;
    private const int LongestDetail = 80;

    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    /// <summary>Lines, or objects of a file that is JSON.</summary>
    public long Lines { get; private set; }

    public long PassedOver { get; protected set; }

    public long Bad { get; private set; }

    public RegisterFaultAt? FirstBad { get; private set; }

    /// <summary>The numbers never went back: no line came twice, and nothing needs sorting.</summary>
    public bool IsInOrder { get; private set; } = true;

    /// <summary>Its faults are told by the number of the object, not by the line.</summary>
    public virtual bool CountsObjects => false;

    /// <summary>The values of each line, in the order of the columns of <see cref="RegisterShape"/>. The array is the same each time.</summary>
    /// <exception cref="RegisterRefusedException">It is not such an extract, or a part of one.</exception>
    public abstract IEnumerable<object?[]> Read();

    /// <summary>Told of each line before it is read.</summary>
    protected void Count()
    {
        Lines++;
        if (Lines % ProgressEvery is 0)
        {
            progress?.Report(Lines);
        }
    }

    protected void IsBad(int place, string reason)
    {
        Bad++;
        FirstBad ??= new RegisterFaultAt(place, reason.Length > LongestDetail ? reason[..LongestDetail] : reason);
    }

    /// <summary>Told of each number in turn.</summary>
    protected void Meets(string number, string before) => IsInOrder &= string.CompareOrdinal(before, number) < 0;

    /// <summary>The one string for a code that comes back on every line.</summary>
    protected string Code(ReadOnlySpan<char> code)
    {
        var known = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(code, out var text))
        {
            return text;
        }

        text = code.ToString();
        if (_codes.Count < 10_000)
        {
            _codes.Add(text, text);
        }

        return text;
    }
}
