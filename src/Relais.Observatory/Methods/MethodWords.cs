using Relais.Accessibility.Parameters;
using Relais.Kernel.Wording;

namespace Relais.Observatory.Methods;

/// <summary>What the named sets of parameters are called on screen.</summary>
internal static class MethodWords
{
    public static string NameOf(this Words t, ParameterSet set) => set.Slug switch
    {
        "apl-2015" => t["APL depuis 2015 : paliers de 10, 15 et 20 minutes (en vigueur)"],
        "apl-2010" => t["APL de 2010 à 2013 : paliers de 5, 10 et 15 minutes"],
        "exp-0.12" => t["Décroissance exponentielle jusqu’à 30 minutes"],
        "gauss-180" => t["Décroissance gaussienne jusqu’à 30 minutes"],
        "2sfca-15" => t["Tout ou rien à 15 minutes (2SFCA)"],
        "2sfca-20" => t["Tout ou rien à 20 minutes (2SFCA)"],
        "3sfca" => t["Partage entre les cabinets proches (3SFCA)"],
        "bfca-20" => t["Partage équilibré à 20 minutes (BFCA)"],
        var other => other,
    };
}
