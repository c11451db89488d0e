using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Rules;
using Relais.Registers.Contracts;
using Relais.Registers.Establishments;
using Relais.Registers.Professionals;

namespace Relais.Registers.Importing;

/// <summary>Answers from the lines in place.</summary>
internal sealed class KnownRegisters(RegistersDb db, DatedRules rules, TimeProvider clock) : IRegisters
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<RegisterStanding?> StandingAsync(RegisterKind register, CancellationToken cancellation)
    {
        var run = await db.Set<RegisterRun>().AsNoTracking()
            .Where(run => run.Register == register && run.Fault == null).OrderByDescending(run => run.Number).FirstOrDefaultAsync(cancellation);
        return run is null ? null : new RegisterStanding(run.Vintage, run.Kept, run.EndedAt);
    }

    public async Task<IReadOnlyDictionary<Rpps, RegisteredPerson>> FindAsync(IReadOnlyCollection<Rpps> numbers, CancellationToken cancellation)
    {
        var texts = numbers.Select(number => number.Value).Distinct().ToList();
        var lines = await db.Set<RppsLine>().AsNoTracking().Where(line => texts.Contains(line.Number)).ToListAsync(cancellation);
        var rule = await RegisterRule.FindAsync(rules, RegisterKind.Rpps, Today, cancellation);
        return lines.GroupBy(line => line.Number, StringComparer.Ordinal).Select(group => Person(group, rule)).ToDictionary(person => person.Number);
    }

    public async Task<IReadOnlyDictionary<Finess, RegisteredFacility>> FindAsync(IReadOnlyCollection<Finess> numbers, CancellationToken cancellation)
    {
        var texts = numbers.Select(number => number.Value).Distinct().ToList();
        var lines = await db.Set<FinessLine>().AsNoTracking().Where(line => texts.Contains(line.Number)).ToListAsync(cancellation);
        var rule = await RegisterRule.FindAsync(rules, RegisterKind.Finess, Today, cancellation);
        return lines.Select(line => Facility(line, rule)).ToDictionary(facility => facility.Number);
    }

    public async Task<IReadOnlySet<Finess>> HoldersAsync(IReadOnlyCollection<Finess> numbers, CancellationToken cancellation)
    {
        var texts = numbers.Select(number => number.Value).Distinct().ToList();
        var rule = await RegisterRule.FindAsync(rules, RegisterKind.Finess, Today, cancellation);
        var lines = await db.Set<FinessLine>().AsNoTracking().Where(line => texts.Contains(line.Entity) && line.Number != line.Entity && line.ClosedOn == "")
            .Select(line => new { line.Entity, line.MissingSince }).Distinct().ToListAsync(cancellation);
        return lines.Where(line => !rule.IsGone(line.MissingSince, Today)).Select(line => Finess.Stored(line.Entity)).ToHashSet();
    }

    private RegisteredPerson Person(IGrouping<string, RppsLine> lines, RegisterRule rule)
    {
        var last = lines.MaxBy(line => line.Run)!;
        return new RegisteredPerson(
            Rpps.Stored(lines.Key),
            last.LastName,
            last.FirstName,
            [.. lines.Select(line => new RegisteredPractice(
                line.Profession, line.Category, line.Skill.Length > 0 ? line.Skill : null, line.MissingSince, rule.IsGone(line.MissingSince, Today)))]);
    }

    private RegisteredFacility Facility(FinessLine line, RegisterRule rule) => new(
        Finess.Stored(line.Number),
        Finess.Stored(line.Entity),
        line.Name,
        line.Category,
        line.Commune.Length > 0 ? CommuneCode.Stored(line.Commune) : null,
        line.Address.Length > 0 ? line.Address : null,
        line.Phone.Length > 0 ? line.Phone : null,
        line.ClosedOn.Length > 0 ? DateOnly.ParseExact(line.ClosedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        line.MissingSince,
        rule.IsGone(line.MissingSince, Today));
}
