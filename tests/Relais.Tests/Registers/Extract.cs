using System.Globalization;
using Relais.Kernel.Identifiers;
using Relais.Registers.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Registers;

/// <summary>A file of the test's own, written as the Annuaire Santé writes: pipes, a header, a pipe at the end.</summary>
internal sealed class Extract : IDisposable
{
    public const string Header = "Type d'identifiant PP|Identifiant PP|Libellé civilité|Nom d'exercice|Prénom d'exercice|Code profession|Code catégorie professionnelle|Code savoir-faire|";

    private readonly string _path;

    public Extract(IEnumerable<string> lines, string day = "20260115", string header = Header)
    {
        _path = Path.Combine(Path.GetTempPath(), $"PS_LibreAcces_Personne_activite_{day}0712-{Guid.NewGuid():N}.txt");
        File.WriteAllText(_path, $"{header}\n{string.Concat(lines.Select(line => line + "\n"))}");
    }

    /// <summary>Nurses with numbers whose key is right.</summary>
    public static IEnumerable<string> Nurses(int count, int from = 0) =>
        Enumerable.Range(from, count).Select(rank => Line(Number(rank), $"NOM{rank}", "CAMILLE"));

    public static string Line(Rpps number, string last, string first, string profession = "60") => $"8|{number}|Madame|{last}|{first}|{profession}|C||";

    public static Rpps Number(int rank)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"10{rank:00000000}");
        return Enumerable.Range(0, 10).Select(key => Rpps.Parse($"{body}{key}").Value).OfType<Rpps>().First();
    }

    public Task<RegisterImportResult> ImportAsync(Node node, RegisterKind register = RegisterKind.Rpps, bool mayShrink = false, bool isRehearsal = false) =>
        node.WithAsync<IRegisterImport, RegisterImportResult>(import => import.RunAsync(
            new RegisterFile { Register = register, Path = _path, MayShrink = mayShrink, IsRehearsal = isRehearsal }, lines: null, TestContext.Current.CancellationToken));

    public void Dispose() => File.Delete(_path);
}
