using System.Text.RegularExpressions;

namespace Relais.Tests.BadInput;

internal static partial class RouteParameters
{
    public static string ReplaceAll(string route, string value) => Parameter().Replace(route, value);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
