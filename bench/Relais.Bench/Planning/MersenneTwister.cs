namespace Relais.Bench.Planning;

/// <summary>
/// The generator of Matsumoto and Nishimura (MT19937, 1998) with the seeding and the 53 bits of Python's <c>random.Random(seed).random()</c>: an
/// instance drawn here is the one that a script in Python draws from the same seed.
/// </summary>
internal sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Middle = 397;
    private readonly uint[] _state = new uint[Size];
    private int _at = Size;

    public MersenneTwister(uint seed)
    {
        _state[0] = 19650218;
        for (var at = 1; at < Size; at++)
        {
            _state[at] = (1812433253 * (_state[at - 1] ^ (_state[at - 1] >> 30))) + (uint)at;
        }

        for (var round = 0; round < Size; round++)
        {
            Mix(1 + (round % (Size - 1)), 1664525, (before, mixed) => (before ^ mixed) + seed);
        }

        for (var round = 0; round < Size - 1; round++)
        {
            var at = 1 + ((round + 1) % (Size - 1));
            Mix(at, 1566083941, (before, mixed) => (before ^ mixed) - (uint)at);
        }

        _state[0] = 0x80000000;
    }

    /// <summary>At least 0, below 1.</summary>
    public double Next() => (((Bits() >> 5) * 67108864.0) + (Bits() >> 6)) / 9007199254740992.0;

    private void Mix(int at, uint factor, Func<uint, uint, uint> combine)
    {
        _state[at] = combine(_state[at], (_state[at - 1] ^ (_state[at - 1] >> 30)) * factor);
        if (at == Size - 1)
        {
            _state[0] = _state[at];
        }
    }

    private uint Bits()
    {
        if (_at == Size)
        {
            Renew();
        }

        var bits = _state[_at++];
        bits ^= bits >> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >> 18);
    }

    private void Renew()
    {
        for (var at = 0; at < Size; at++)
        {
            var joined = (_state[at] & 0x80000000) | (_state[(at + 1) % Size] & 0x7fffffff);
            _state[at] = _state[(at + Middle) % Size] ^ (joined >> 1) ^ ((joined & 1) is 0 ? 0 : 0x9908b0df);
        }

        _at = 0;
    }
}
