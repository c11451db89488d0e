using System.Text.RegularExpressions;

namespace Relais.Tests.Rights;

/// <summary>An address that a route matches, made of an example or of values that nothing has.</summary>
internal static partial class RouteAddress
{
    public static string Of(string route, IReadOnlyDictionary<string, string>? example) => Parameter().Replace(route, match =>
        example is not null && example.TryGetValue(match.Groups["name"].Value, out var value) ? Uri.EscapeDataString(value) : match.Groups["constraint"].Value switch
        {
            ":guid" => "0197a000-0000-7000-8000-000000000000",
            ":int" => "404",
            ":file" => "nothing.txt",
            _ => "nothing",
        });

    [GeneratedRegex(@"\{\**(?<name>\w+)(?<constraint>:\w+)?[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Parameter();
}
