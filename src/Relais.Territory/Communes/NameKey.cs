using System.Text;
using Relais.Kernel.Text;

namespace Relais.Territory.Communes;

/// <summary>
/// A name of a place as people write it: case, accents, hyphens and apostrophes do not count, « St » is « Saint ».
/// </summary>
internal static class NameKey
{
    public static string From(string name)
    {
        var folded = SearchKey.From(name).Replace("œ", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal);

        var key = new StringBuilder(folded.Length);
        foreach (var word in folded.Split([' ', '-', '\'', '’', '.', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            key.Append(key.Length is 0 ? "" : " ").Append(word switch { "st" => "saint", "ste" => "sainte", _ => word });
        }

        return key.ToString();
    }
}
