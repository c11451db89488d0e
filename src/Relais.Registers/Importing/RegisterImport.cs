using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Rules;
using Relais.Registers.Contracts;
using Relais.Registers.Establishments;
using Relais.Registers.Professionals;

namespace Relais.Registers.Importing;

/// <summary>
/// Takes an extract in under three guards: each line belongs to the run that said it, an extract that is incomplete or
/// suspiciously small changes nothing, and a line that vanished counts as gone after a delay only.
/// </summary>
internal sealed class RegisterImport(RegistersDb db, DatedRules rules, IOptions<IdentifierSettings> identifiers, TimeProvider clock) : IRegisterImport
{
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(30);

    public async Task<RegisterImportResult> RunAsync(RegisterFile file, IProgress<long>? lines, CancellationToken cancellation)
    {
        var (started, vintage) = (clock.GetUtcNow(), RegisterText.Vintage(file));
        var rule = await RegisterRule.FindAsync(rules, file.Register, DateOnly.FromDateTime(started.UtcDateTime), cancellation);
        ExtractReader? reader = null;
        RegisterImportResult result;
        db.Database.SetCommandTimeout(LongestStatement);
        try
        {
            return await db.InTransactionAsync(
                async () =>
                {
                    reader = Reader(file, lines);
                    return await MergeAsync(file, vintage, rule, reader, started, cancellation);
                },
                cancellation);
        }
        catch (RegisterRefusedException refused)
        {
            result = Result(reader, vintage) with { Refusal = refused.Refusal };
        }

        if (!file.IsRehearsal)
        {
            await db.InTransactionAsync(() => RecordAsync(file, result, started, cancellation), cancellation);
        }

        return result;
    }

    private async Task<RegisterImportResult> MergeAsync(
        RegisterFile file, DateOnly vintage, RegisterRule rule, ExtractReader reader, DateTimeOffset started, CancellationToken cancellation)
    {
        if (db.Engine is Engine.Postgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7268)", cancellation);
        }

        if (await InPlaceAsync(file.Register, cancellation) is { } inPlace && inPlace.Vintage > vintage)
        {
            throw new RegisterRefusedException(RegisterFault.Older, FormattableString.Invariant($"{vintage:yyyy-MM-dd} / {inPlace.Vintage:yyyy-MM-dd}"));
        }

        var merge = new RegisterMerge(db, file.Register is RegisterKind.Rpps ? RppsExtract.Shape : FinessValues.Shape);
        await merge.StageAsync(reader.Read(), cancellation);
        var present = await merge.PresentAsync(cancellation);
        var result = Result(reader, vintage);
        var run = await NextRunAsync(cancellation);
        if (present is 0 && !file.IsRehearsal)
        {
            Guard(file, rule, reader, kept: 0, present);
            var filled = await merge.FillAsync(run, reader.IsInOrder, cancellation);
            result = result with { Kept = filled, Added = filled };
        }
        else
        {
            result = result with { Kept = await merge.DistinguishAsync(reader.IsInOrder, cancellation) };
            Guard(file, rule, reader, result.Kept, present);
            result = file.IsRehearsal
                ? result with { Changed = await merge.ChangedAsync(cancellation), Vanished = await merge.VanishedAsync(cancellation), Added = await merge.NewAsync(cancellation) }
                : result with
                {
                    Changed = await merge.ChangeAsync(run, cancellation),
                    Vanished = await merge.NoteVanishedAsync(vintage, cancellation),
                    Forgotten = await merge.ForgetAsync(vintage.AddDays(-rule.KeepGoneDays), cancellation),
                    Added = await merge.AddAsync(run, cancellation),
                };
        }

        if (!file.IsRehearsal)
        {
            await RecordAsync(file, result, started, cancellation);
        }

        await merge.DropAsync(cancellation);
        return result;
    }

    private static void Guard(RegisterFile file, RegisterRule rule, ExtractReader reader, long kept, long present)
    {
        if (reader.Bad * 1000 > reader.Lines * rule.MostBadPerThousand)
        {
            throw new RegisterRefusedException(
                RegisterFault.ManyBadLines, FormattableString.Invariant($"{reader.Bad} / {reader.Lines} ({reader.FirstBad!.Detail})"), reader.FirstBad.Line);
        }

        if (!file.MayShrink && kept * 100 < present * (100 - rule.MostShrinkPercent))
        {
            throw new RegisterRefusedException(RegisterFault.Shrunk, FormattableString.Invariant($"{kept} / {present}"));
        }
    }

    private ExtractReader Reader(RegisterFile file, IProgress<long>? lines) =>
        file.Register is RegisterKind.Rpps ? new RppsExtract(file, identifiers.Value, lines)
        : RegisterText.IsJson(file) ? new FinessStructures(file, lines)
        : new FinessExtract(file, lines);

    private Task<RegisterRun?> InPlaceAsync(RegisterKind register, CancellationToken cancellation) => db.Set<RegisterRun>().AsNoTracking()
        .Where(run => run.Register == register && run.Fault == null).OrderByDescending(run => run.Number).FirstOrDefaultAsync(cancellation);

    private async Task<int> NextRunAsync(CancellationToken cancellation) => (await db.Set<RegisterRun>().MaxAsync(run => (int?)run.Number, cancellation) ?? 0) + 1;

    private static RegisterImportResult Result(ExtractReader? reader, DateOnly vintage) =>
        new(null, vintage, reader?.Lines ?? 0, reader?.PassedOver ?? 0, reader?.Bad ?? 0, reader?.FirstBad, 0, 0, 0, 0, 0) { CountsObjects = reader?.CountsObjects is true };

    private async Task RecordAsync(RegisterFile file, RegisterImportResult result, DateTimeOffset started, CancellationToken cancellation) => db.Add(new RegisterRun
    {
        Number = await NextRunAsync(cancellation),
        Register = file.Register,
        Vintage = result.Vintage,
        File = Path.GetFileName(file.Path),
        StartedAt = started,
        EndedAt = clock.GetUtcNow(),
        Fault = result.Refusal?.Fault,
        FaultLine = result.Refusal?.Line,
        Detail = result.Refusal?.Detail,
        Lines = result.Lines,
        PassedOver = result.PassedOver,
        Bad = result.Bad,
        Kept = result.Kept,
        Added = result.Added,
        Changed = result.Changed,
        Vanished = result.Vanished,
        Forgotten = result.Forgotten,
    });
}
