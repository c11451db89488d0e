using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Relais.Kernel.Wording;

/// <summary>
/// The sentences that people read. French is the source, written where it is used; a room's <c>Words/en.json</c> gives
/// the English of each. A sentence without English is shown in French, and a test names it.
/// </summary>
/// <example><c>@T["Il reste {0} places", places]</c></example>
public sealed class Words(WordsCatalog catalog) : IStringLocalizer
{
    public LocalizedString this[string name] => this[name, []];

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var (sentence, found) = catalog.Translate(name, CultureInfo.CurrentUICulture);
            var text = arguments.Length is 0 ? sentence : string.Format(CultureInfo.CurrentCulture, sentence, arguments);
            return new LocalizedString(name, text, resourceNotFound: !found);
        }
    }

    /// <summary>One sentence for one, another for several, as the language in use counts: « {0} place » or « {0} places ».</summary>
    public LocalizedString Count(long count, string one, string several)
    {
        var isOne = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "fr" ? Math.Abs(count) < 2 : Math.Abs(count) == 1;
        return this[isOne ? one : several, count];
    }

    /// <summary>The sentence as HTML in which only the arguments are encoded; the sentence itself is ours.</summary>
    public IHtmlContent Html(string name, params object[] arguments)
    {
        var (sentence, _) = catalog.Translate(name, CultureInfo.CurrentUICulture);
        return new HtmlFormattableString(sentence, arguments);
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        catalog.English.Select(entry => new LocalizedString(entry.Key, entry.Value));
}
