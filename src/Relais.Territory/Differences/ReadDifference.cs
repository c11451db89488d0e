using System.Globalization;
using Relais.Kernel.Identifiers;

namespace Relais.Territory.Differences;

/// <summary>A difference as a person had it before their eyes: « 290000017:3 » in the form.</summary>
internal sealed record ReadDifference(Finess Number, int Revision)
{
    public static ReadDifference? Parse(string? text) =>
        text?.Split(':') is [var number, var revision] && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? new ReadDifference(Finess.Stored(number), read)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Revision}");
}
