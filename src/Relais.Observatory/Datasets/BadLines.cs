using Relais.Observatory.Contracts;

namespace Relais.Observatory.Datasets;

/// <summary>Gathers what could not be read: counts all, lists the first.</summary>
internal sealed class BadLines
{
    public const int Listed = 100;

    private readonly List<BadLine> _first = [];

    public long Count { get; private set; }

    public IReadOnlyList<BadLine> First => _first;

    public void Add(int line, string reason)
    {
        Count++;
        if (_first.Count < Listed)
        {
            _first.Add(new BadLine(line, reason));
        }
    }
}
