using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Registers.Contracts;
using Relais.Territory.Contracts;

namespace Relais.Territory.Claims;

/// <summary>What the national register says of establishments that are claimed, whether Relais had heard of them or not.</summary>
internal sealed class EstablishmentsInRegister(IRegisters registers, IFacilities facilities, Words t)
{
    private const string Source = "finess";

    /// <summary>For each of the numbers, one line for who verifies; nothing as long as no extract was taken in.</summary>
    public async Task<IReadOnlyDictionary<Finess, KeyValuePair<string, string>>> FindAsync(IReadOnlyCollection<Finess> numbers, CancellationToken cancellation)
    {
        if (await registers.StandingAsync(RegisterKind.Finess, cancellation) is not { } standing)
        {
            return new Dictionary<Finess, KeyValuePair<string, string>>();
        }

        var known = await registers.FindAsync(numbers, cancellation);
        return numbers.ToDictionary(
            number => number,
            number => KeyValuePair.Create<string, string>(t["Au FINESS du {0:d}", standing.Vintage], known.GetValueOrDefault(number) switch
            {
                null or { IsGone: true } => t["ce numéro n’y figure pas"],
                { ClosedOn: { } day } => t["fermé depuis le {0:d}", day],
                var facility => facility.Name,
            }));
    }

    /// <summary>An establishment that Relais does not know yet, as the register describes it.</summary>
    public async Task<FacilitySummary?> OfferAsync(Finess number, CancellationToken cancellation) =>
        (await registers.FindAsync([number], cancellation)).GetValueOrDefault(number) is { IsOver: false, Commune: { } commune } line
            ? new FacilitySummary(line.Number, line.Entity, line.Name, commune, line.Category, line.Address, line.Phone)
            : null;

    /// <summary>Adds it to the current unit of work when it is claimed for the first time.</summary>
    public async Task RecordIfNewAsync(Finess number, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(number, cancellation) is null && await OfferAsync(number, cancellation) is { } line)
        {
            facilities.Record(new NewFacility(
                line.Number, line.Entity == line.Number ? null : line.Entity, line.Name, line.Commune, line.Category, line.Address, line.Phone, Source));
        }
    }
}
