using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.PersonalData;
using Relais.Kernel.Wording;
using Relais.Tests.Infrastructure;
using Relais.Web.Errors;

namespace Relais.Tests.Web;

public sealed partial class WordsTests(PostgresServer postgres)
{
    /// <summary>A sentence without English would be shown in French to somebody who reads none.</summary>
    [Fact]
    public async Task Every_sentence_of_a_page_has_its_English()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var english = installation.AddNode().Services.GetRequiredService<WordsCatalog>().English;

        var sentences = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" && !Built().IsMatch(file))
            .SelectMany(file => Sentence().Matches(WithoutComments(File.ReadAllText(file)))
                .SelectMany(match => match.Groups.Values.Skip(1).Where(group => group.Success))
                .Select(group => (Room: Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar)[1], Sentence: group.Value)))
            .Distinct()
            .ToList();

        Assert.True(sentences.Count > 100, $"only {sentences.Count} sentences were found");
        Assert.Equal([], sentences.Where(sentence => !english.ContainsKey(sentence.Sentence)).ToList());
    }

    [Fact]
    public async Task Every_refusal_has_its_English()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var english = installation.AddNode().Services.GetRequiredService<WordsCatalog>().English;

        var sentences = Enumerable.Range(400, 200).Select(ErrorKind.Of)
            .SelectMany(kind => new[] { kind.Title, kind.Explanation, kind.Advice, kind.Action?.Text }).OfType<string>().Distinct();

        Assert.Equal([], sentences.Where(sentence => !english.ContainsKey(sentence)).ToList());
    }

    [Fact]
    public async Task What_is_said_of_personal_data_has_its_English()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var services = installation.AddNode().Services;
        var english = services.GetRequiredService<WordsCatalog>().English;
        var tables = services.GetRequiredService<PersonalTables>().All;

        Assert.Equal([], tables.SelectMany(table => new[] { table.Title, table.Erasing.Reason }).OfType<string>().Where(sentence => !english.ContainsKey(sentence)).ToList());
    }

    [Fact]
    public async Task What_others_read_of_a_person_has_its_English()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var services = installation.AddNode().Services;
        var english = services.GetRequiredService<WordsCatalog>().English;

        Assert.Equal([], services.GetServices<FileReading>().Where(reading => !english.ContainsKey(reading.Sentence)).ToList());
    }

    /// <summary>A colon or a question mark alone at the start of a line is a fault of typography in French.</summary>
    [Fact]
    public async Task No_sentence_breaks_before_its_punctuation()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var french = installation.AddNode().Services.GetRequiredService<WordsCatalog>().English.Keys;

        Assert.Equal([], french.Where(sentence => LoosePunctuation().IsMatch(sentence)).ToList());
    }

    private static string WithoutComments(string source) => Comment().Replace(source, "");

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();

    [GeneratedRegex(@"\S [:;?!»]|« ")]
    private static partial Regex LoosePunctuation();

    [GeneratedRegex(@"^\s*///.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    /// <summary>A literal where a sentence is expected: T["…"], T.Html("…"), T.Count(n, "…", "…"), a label, a message, a title.</summary>
    [GeneratedRegex("""\b(?:T|t|words)(?:\.Html)?[\[(]"([^"\\]+)"|\b(?:T|t|words)\.Count\([^"\n]*"([^"\\]+)",\s*"([^"\\]+)"|\b(?:SitePage|AddNavigation)\(\s*"([^"\\]+)"|\[[^\]\n]*Display\([^)\n]*\bName = "([^"\\]+)"|\[[^\]\n]*Display\([^)\n]*\bDescription = "([^"\\]+)"|\bErrorMessage = "([^"\\]+)(?:")""")]
    private static partial Regex Sentence();
}
