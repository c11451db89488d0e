using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Relais.Kernel.Modules;

namespace Relais.Kernel.Wording;

/// <summary>Every room's <c>Words/en.json</c> (French sentence to English sentence), read once.</summary>
public sealed class WordsCatalog(ModuleCatalog modules)
{
    public IReadOnlyDictionary<string, string> English { get; } = Read(modules);

    internal (string Sentence, bool Found) Translate(string french, CultureInfo culture)
    {
        if (culture.TwoLetterISOLanguageName is "fr")
        {
            return (french, true);
        }

        return English.TryGetValue(french, out var english) ? (english, true) : (french, false);
    }

    private static Dictionary<string, string> Read(ModuleCatalog modules)
    {
        var english = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var assembly in modules.Modules.Select(module => module.Assembly))
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".Words.en.json", StringComparison.Ordinal)))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                foreach (var (sentence, translation) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                {
                    english[sentence] = translation;
                }
            }
        }

        return english;
    }
}

/// <summary>Lets the framework (field names, validation messages) speak through the same sentences.</summary>
internal sealed class WordsLocalizerFactory(Words words) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => words;

    public IStringLocalizer Create(string baseName, string location) => words;
}
