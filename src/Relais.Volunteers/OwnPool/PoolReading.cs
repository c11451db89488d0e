using Relais.Accounts.Contracts;
using Relais.Kernel.Text;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.OwnPool;

/// <summary>A line that can be taken in.</summary>
internal sealed record PoolLine(int Line, string FirstName, string LastName, string? Email, string? Mobile, Profession? Profession);

/// <summary>A line that cannot, with the column and the reason in plain words.</summary>
/// <param name="Sentence">French, shown through Words with <paramref name="Argument"/>.</param>
internal sealed record PoolFault(int Line, string Column, string Value, string Sentence, string Argument = "");

/// <summary>Reads a table of people: each line is good, or is named with all that is wrong first in it.</summary>
internal sealed class PoolReading
{
    private const int LongestName = 80;

    private readonly ColumnMapping _columns;
    private readonly IReadOnlyList<string> _header;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly List<PoolLine> _lines = [];
    private readonly List<PoolFault> _faults = [];

    private PoolReading(ColumnMapping columns, IReadOnlyList<string> header) => (_columns, _header) = (columns, header);

    public IReadOnlyList<PoolLine> Lines => _lines;

    public IReadOnlyList<PoolFault> Faults => _faults;

    public static PoolReading Of(string content, ColumnMapping columns)
    {
        var reading = new PoolReading(columns, PoolFile.Header(content));
        using var rows = PoolFile.Open(content);
        try
        {
            rows.Next();
            while (rows.Next())
            {
                if (reading.Read(rows) is { } fault)
                {
                    reading._faults.Add(fault);
                }
            }
        }
        catch (UnreadableRowException unreadable)
        {
            reading._faults.Add(new PoolFault(unreadable.Line, "", "", "Un guillemet est ouvert et jamais fermé\u00a0: la suite du fichier n’est pas lue"));
        }

        return reading;
    }

    private PoolFault? Read(SeparatedRows row)
    {
        if (row.Count > _header.Count)
        {
            return new PoolFault(row.Line, "", "", "La ligne a plus de colonnes que l’en-tête");
        }

        var (last, first) = (Text(row, _columns.LastName), Text(row, _columns.FirstName));
        if (last.Length is 0 or > LongestName)
        {
            return Fault(row, _columns.LastName, last, last.Length is 0 ? "Le nom manque" : "Le nom a plus de 80 caractères");
        }

        if (first.Length is 0 or > LongestName)
        {
            return Fault(row, _columns.FirstName, first, first.Length is 0 ? "Le prénom manque" : "Le prénom a plus de 80 caractères");
        }

        var (email, mobile) = (Text(row, _columns.Email), Text(row, _columns.Mobile));
        ContactPoint? mail = null;
        ContactPoint? phone = null;
        if (email.Length > 0 && !ContactPoint.TryEmail(email, out mail))
        {
            return Fault(row, _columns.Email, email, "Ce n’est pas une adresse électronique complète");
        }

        if (mobile.Length > 0 && !ContactPoint.TryMobile(mobile, out phone))
        {
            return Fault(row, _columns.Mobile, mobile, "Ce n’est pas un numéro de mobile");
        }

        if (mail is null && phone is null)
        {
            return Fault(row, _columns.Email ?? _columns.Mobile, "", "Il faut une adresse électronique ou un mobile");
        }

        var job = Text(row, _columns.Profession);
        var profession = ProfessionNames.Find(job);
        if (job.Length > 0 && profession is null)
        {
            return Fault(row, _columns.Profession, job, "Ce métier n’est pas dans la liste de Relais");
        }

        foreach (var address in new[] { mail, phone }.OfType<ContactPoint>())
        {
            if (_seen.TryGetValue(address.Value, out var before))
            {
                return Fault(row, address.Kind is AddressKind.Email ? _columns.Email : _columns.Mobile, address.Value, "Déjà à la ligne {0}", $"{before}");
            }
        }

        foreach (var address in new[] { mail, phone }.OfType<ContactPoint>())
        {
            _seen[address.Value] = row.Line;
        }

        _lines.Add(new PoolLine(row.Line, first, last, mail?.Value, phone?.Value, profession));
        return null;
    }

    private PoolFault Fault(SeparatedRows row, int? column, string value, string sentence, string argument = "") =>
        new(row.Line, column is { } place && place < _header.Count ? _header[place] : "", value.Length > 60 ? value[..60] : value, sentence, argument);

    /// <summary>An apostrophe in front is what our own export writes before a plus sign.</summary>
    private static string Text(SeparatedRows row, int? column)
    {
        var text = column is { } place && place < row.Count ? row[place].Trim().TrimStart('\'').ToString() : "";
        return ReadableText.IsReadable(text) ? text : "";
    }
}
