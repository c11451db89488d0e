using Relais.Accessibility;
using Relais.Kernel.Identifiers;

namespace Relais.Territory.Contracts;

/// <summary>A room that has better points of communes than those that the program brings with it.</summary>
public interface IPointSource
{
    /// <summary>Changes when the points do; nothing while there are none. Asked often: it costs one short query.</summary>
    Task<string?> VersionAsync(CancellationToken cancellation);

    /// <summary>The points of that version, without altitude.</summary>
    Task<IReadOnlyDictionary<CommuneCode, Place>> ReadAsync(string version, CancellationToken cancellation);
}
