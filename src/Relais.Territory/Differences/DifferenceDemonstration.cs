using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Kernel.Jobs;
using Relais.Registers.Contracts;
using Relais.Territory.Facilities;

namespace Relais.Territory.Differences;

/// <summary>An invented extract of the register, in which a few of the invented establishments are not what Relais has.</summary>
internal sealed class DifferenceDemonstration(RelaisDb db, IRegisterImport import, IJobHandler<CompareFacilities> compare) : IDemonstration
{
    private const int DaysAgo = 20;

    public async Task SeedAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        var facilities = await db.Set<Facility>().AsNoTracking().OrderBy(facility => facility.Number).ToListAsync(cancellation);
        var vintage = DateOnly.FromDateTime(run.Now.UtcDateTime).AddDays(-DaysAgo);
        var folder = Directory.CreateTempSubdirectory("relais-");
        try
        {
            var path = Path.Combine(folder.FullName, "finess-fictif.csv");
            var lines = facilities.Select((facility, rank) => Line(facility, rank, vintage));
            await File.WriteAllLinesAsync(path, ["nofinesset;rs;categetab;com_code;voie;telephone;datefermeture", .. lines], Encoding.UTF8, cancellation);
            await import.RunAsync(new RegisterFile { Register = RegisterKind.Finess, Path = path, Vintage = vintage }, lines: null, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        await compare.HandleAsync(new CompareFacilities(), cancellation);
        run.Progress("un extrait FINESS fictif, et les écarts avec lui");
    }

    private static string Line(Facility facility, int rank, DateOnly vintage)
    {
        var (name, category, address, closed) = (facility.Name, facility.Category, facility.Address, "");
        switch (rank)
        {
            case 11:
                closed = vintage.AddDays(-DaysAgo).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                break;
            case 23:
                address = "4 R DES ECOLES";
                break;
            case 35:
                (name, category) = ($"GROUPEMENT DU {name.ToUpperInvariant()}", "697");
                break;
            case 47:
                name = $"{name.ToUpperInvariant()}, SITE DU BOURG";
                break;
            default:
                break;
        }

        return string.Join(';', facility.Number, name, category, facility.CommuneCode, address, facility.Phone, closed);
    }
}
