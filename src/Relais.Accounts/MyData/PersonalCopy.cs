using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Relais.Accounts.Contracts;
using Relais.Accounts.Duplicates;
using Relais.Accounts.Readings;
using Relais.Design.Files;
using Relais.Kernel.PersonalData;
using Relais.Kernel.Wording;

namespace Relais.Accounts.MyData;

/// <param name="Table">What the rows are.</param>
/// <param name="Rows">How many there are of the person.</param>
internal sealed record PersonalCount(PersonalTable Table, int Rows);

/// <summary>Everything that the house keeps of a person, second dossiers included, as its rooms declare it.</summary>
internal sealed class PersonalCopy(WholeDossiers dossiers, PersonalTables tables, OwnedRows rows, MyReaders readers, Words t, TimeProvider clock)
{
    private const int MostReaders = 1000;
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One for each table, those without rows too.</summary>
    public async Task<IReadOnlyList<PersonalCount>> CountAsync(PersonId person, CancellationToken cancellation)
    {
        var owners = await OwnersAsync(person, cancellation);
        var counts = new List<PersonalCount>();
        foreach (var table in tables.All)
        {
            var count = 0L;
            foreach (var owner in owners[table.OwnedBy.IsAccount])
            {
                await using var command = await rows.CommandAsync($"SELECT count(*) FROM {table.Name} AS mine WHERE {table.OfOwner}", cancellation);
                command.Add("owner", owner);
                count += Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
            }

            counts.Add(new PersonalCount(table, (int)count));
        }

        return counts;
    }

    /// <summary>Writes it as JSON: for each table that has any, its title and its rows, columns under their own names.</summary>
    public async Task WriteAsync(PersonId person, Stream output, CancellationToken cancellation)
    {
        var owners = await OwnersAsync(person, cancellation);
        await using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        json.WriteString("person", person.Value);
        json.WriteString("written_at", clock.GetUtcNow());
        json.WriteStartArray("tables");
        foreach (var table in tables.All)
        {
            await WriteAsync(json, table, owners[table.OwnedBy.IsAccount], cancellation);
            await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        await WriteReadersAsync(json, person, cancellation);
        json.WriteEndObject();
    }

    /// <summary>The latest of who read what is kept of the person; the page shows them all.</summary>
    private async Task WriteReadersAsync(Utf8JsonWriter json, PersonId person, CancellationToken cancellation)
    {
        json.WriteStartArray("read_by");
        foreach (var line in (await readers.ReadAsync(person, new ReadPeriod(), new PageRows(0, MostReaders), cancellation)).Lines)
        {
            json.WriteStartObject();
            json.WriteString("at", line.At);
            json.WriteString("function", string.Join(", ", line.Functions));
            json.WriteString("read", line.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private async Task WriteAsync(Utf8JsonWriter json, PersonalTable table, IEnumerable<Guid> owners, CancellationToken cancellation)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("title", t[table.Title]);
        json.WriteStartArray("rows");
        foreach (var owner in owners)
        {
            await using var command = await rows.CommandAsync($"SELECT mine.* FROM {table.Name} AS mine WHERE {table.OfOwner}", cancellation);
            command.Add("owner", owner);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                WriteRow(json, reader, table.Hidden);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, DbDataReader reader, IReadOnlyList<string> hidden)
    {
        json.WriteStartObject();
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (!hidden.Contains(reader.GetName(column)))
            {
                json.WritePropertyName(reader.GetName(column));
                JsonSerializer.SerializeToElement(reader.IsDBNull(column) ? null : reader.GetValue(column)).WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>By false the persons, by true their accounts.</summary>
    private async Task<ILookup<bool, Guid>> OwnersAsync(PersonId person, CancellationToken cancellation)
    {
        var dossier = await dossiers.FindAsync(person, cancellation);
        return dossier.People.Select(one => (IsAccount: false, Id: one.Value)).Concat(dossier.Accounts.Select(account => (IsAccount: true, Id: account.Value)))
            .ToLookup(owner => owner.IsAccount, owner => owner.Id);
    }
}
