using NetTopologySuite.Geometries;

namespace Relais.Cartography.Cells;

/// <summary>Points sorted into the squares of a grid, to find those around a place without looking at the others.</summary>
internal sealed class PointGrid
{
    private const double PointsPerSquare = 2;

    private readonly Envelope _extent;
    private readonly double _side;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int[] _starts;
    private readonly int[] _ranks;

    public PointGrid(Coordinate[] points)
    {
        _extent = new Envelope(points);
        Spacing = Math.Sqrt(_extent.Width * _extent.Height / Math.Max(1, points.Length));
        _side = Math.Max(1, Spacing * Math.Sqrt(PointsPerSquare));
        _columns = (int)(_extent.Width / _side) + 1;
        _rows = (int)(_extent.Height / _side) + 1;
        _starts = new int[(_columns * _rows) + 1];
        _ranks = new int[points.Length];

        var squares = Array.ConvertAll(points, point => (Row(point) * _columns) + Column(point));
        foreach (var square in squares)
        {
            _starts[square + 1]++;
        }

        for (var square = 0; square < _starts.Length - 1; square++)
        {
            _starts[square + 1] += _starts[square];
        }

        var next = _starts.ToArray();
        for (var rank = 0; rank < points.Length; rank++)
        {
            _ranks[next[squares[rank]]++] = rank;
        }
    }

    /// <summary>About how far one point is from the next, were they evenly spread.</summary>
    public double Spacing { get; }

    /// <summary>Whether that many squares away from some place there is still grid.</summary>
    public bool ReachesBeyond(int ring) => ring <= Math.Max(_columns, _rows);

    /// <summary>How near a point of that ring of squares may be.</summary>
    public double NearestOf(int ring) => (ring - 1) * _side;

    /// <summary>The ranks of the points in the squares that lie exactly <paramref name="ring"/> squares away.</summary>
    public IEnumerable<int> Around(Coordinate point, int ring)
    {
        var (column, row) = (Column(point), Row(point));
        for (var y = Math.Max(0, row - ring); y <= Math.Min(_rows - 1, row + ring); y++)
        {
            var step = Math.Abs(y - row) == ring || ring is 0 ? 1 : 2 * ring;
            for (var x = column - ring; x <= Math.Min(_columns - 1, column + ring); x += step)
            {
                if (x < 0)
                {
                    continue;
                }

                var square = (y * _columns) + x;
                for (var place = _starts[square]; place < _starts[square + 1]; place++)
                {
                    yield return _ranks[place];
                }
            }
        }
    }

    private int Column(Coordinate point) => (int)((point.X - _extent.MinX) / _side);

    private int Row(Coordinate point) => (int)((point.Y - _extent.MinY) / _side);
}
