using Relais.Kernel.Text;

namespace Relais.Territory.Differences;

/// <summary>Reads « 1 R DES LILAS » and « 1, rue des Lilas » as the same words.</summary>
internal static class PostalText
{
    private static readonly Dictionary<string, string> Abbreviated = new(StringComparer.Ordinal)
    {
        ["all"] = "allee", ["av"] = "avenue", ["bd"] = "boulevard", ["che"] = "chemin", ["crs"] = "cours", ["fg"] = "faubourg", ["imp"] = "impasse",
        ["pl"] = "place", ["qu"] = "quai", ["r"] = "rue", ["rte"] = "route", ["sq"] = "square", ["st"] = "saint", ["ste"] = "sainte",
    };

    public static string KeyOf(string? text)
    {
        var letters = string.Concat(SearchKey.From(text).Select(character => char.IsLetterOrDigit(character) ? character : ' '));
        return string.Join(' ', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Abbreviated.GetValueOrDefault(word, word)));
    }
}
