using System.Text.Json;
using Relais.Kernel.Identifiers;
using Relais.Registers.Contracts;
using Relais.Registers.Importing;

namespace Relais.Registers.Establishments;

/// <summary>« finess-structures », the register as JSON: one legal entity at a time is held. What it says is what the table says.</summary>
internal sealed class FinessStructures(RegisterFile file, IProgress<long>? progress) : ExtractReader(progress)
{
    private const string Entities = "pmej";
    private const string Inactive = "I";

    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    private readonly object?[] _values = new object?[8];

    public override bool CountsObjects => true;

    public override IEnumerable<object?[]> Read()
    {
        using var opened = RegisterText.OpenBytes(file);
        var items = new JsonItems(opened.Stream, Entities);
        while (Next(items))
        {
            var entity = EntityOf(items.Item);
            foreach (var site in entity?.Sites ?? [])
            {
                Count();
                if (ReadSite(site, entity?.Names?.Number))
                {
                    yield return _values;
                }
            }
        }

        if (!items.IsFound)
        {
            throw new RegisterRefusedException(RegisterFault.MissingColumn, Entities);
        }

        if (Lines is 0)
        {
            throw new RegisterRefusedException(RegisterFault.Empty, Path.GetFileName(file.Path));
        }
    }

    private bool Next(JsonItems items)
    {
        try
        {
            return items.Next();
        }
        catch (JsonException exception)
        {
            throw new RegisterRefusedException(
                RegisterFault.NotJson, FormattableString.Invariant($"{exception.LineNumber + 1}:{exception.BytePositionInLine + 1}"), (int)Lines + 1);
        }
    }

    /// <summary>One that is of another form counts as an object that cannot be read.</summary>
    private LegalEntity? EntityOf(ReadOnlyMemory<byte> item)
    {
        try
        {
            return JsonSerializer.Deserialize<LegalEntity>(item.Span, Json);
        }
        catch (JsonException exception)
        {
            Count();
            IsBad((int)Lines, $"{exception.Path}");
            return null;
        }
    }

    private bool ReadSite(Site? site, string? entityNumber)
    {
        var number = Finess.Parse(site?.Names?.Number);
        if (site is null || !number.IsValid)
        {
            IsBad((int)Lines, $"{number.Problem?.Code}: {site?.Names?.Number}");
            return false;
        }

        var address = site.Addresses is [{ } first, ..] ? first : null;
        Meets(number.Value.Value, (string?)_values[0] ?? "");
        _values[0] = number.Value.Value;
        _values[1] = (Finess.Parse(entityNumber).Value ?? number.Value).Value;
        _values[2] = site.Names?.LongName?.Trim() is { Length: > 0 } longName ? longName : site.Names?.ShortName?.Trim() ?? "";
        _values[3] = Code((site.Category ?? "").Trim());
        _values[4] = FinessValues.CommuneOf(address?.Commune ?? "");
        _values[5] = FinessValues.AddressOf([address?.Number, address?.Kind, address?.Street]);
        _values[6] = site.Contacts?.Select(contact => contact?.Telecom?.Phone?.Trim()).FirstOrDefault(phone => phone is { Length: > 0 }) ?? "";
        _values[7] = ClosingOf(site);
        return true;
    }

    /// <summary>One that is inactive without a day of closing closed when it was last changed, or nobody knows when.</summary>
    private static string ClosingOf(Site site) => site.State?.Trim() is not Inactive ? ""
        : FinessValues.DayOf(site.Names?.ClosedOn) is { Length: > 0 } day ? day
        : FinessValues.DayOf(site.ChangedAt?.Split(' ', 'T')[0]) is { Length: > 0 } changed ? changed
        : "1900-01-01";
}
