using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Jobs;
using Relais.Registers.Contracts;
using Relais.Territory.Contracts;
using Relais.Territory.Differences;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Territory.Differences;

/// <summary>Three establishments that Relais knows, and the register as a test has it say of them.</summary>
internal static class RegisterOfTheTest
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    public static Finess Hospital { get; } = Finess.Stored("290000017");

    public static Finess NursingHome { get; } = Finess.Stored("290020700");

    public static Finess Elsewhere { get; } = Finess.Stored("350005179");

    public static string HospitalLine { get; } = "290000017;;Centre hospitalier de Carhaix;355;29024;1;R;DES LILAS;";

    public static string NursingHomeLine { get; } = "290020700;;EHPAD des Ajoncs;500;29024;4;AV;DE BREST;";

    public static string ElsewhereLine { get; } = "350005179;;Clinique de Rennes;355;35238;2;BD;DE LA LIBERTE;";

    public static async Task AddFacilitiesAsync(this Node node)
    {
        await using var services = node.Services.CreateAsyncScope();
        var facilities = services.ServiceProvider.GetRequiredService<IFacilities>();
        facilities.Record(new NewFacility(Hospital, null, "Centre hospitalier de Carhaix", CommuneCode.Stored("29024"), "355", "1, rue des Lilas", null, "test"));
        facilities.Record(new NewFacility(NursingHome, null, "EHPAD des Ajoncs", CommuneCode.Stored("29024"), "500", "4 avenue de Brest", "02 98 00 00 00", "test"));
        facilities.Record(new NewFacility(Elsewhere, null, "Clinique de Rennes", CommuneCode.Stored("35238"), "355", "2 boulevard de la Liberté", null, "test"));
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
    }

    /// <summary>Takes the extract in and compares as the night does. The vintage is after the establishments were entered.</summary>
    public static async Task SaysAsync(this Node node, int days, params string[] lines)
    {
        var vintage = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days);
        var path = Path.Combine(Path.GetTempPath(), $"finess-{Guid.NewGuid():N}.csv");
        await File.WriteAllLinesAsync(path, ["nofinesset;nofinessej;rs;categetab;com_code;numvoie;typvoie;voie;datefermeture", .. lines], Stop);
        try
        {
            var result = await node.WithAsync<IRegisterImport, RegisterImportResult>(import => import.RunAsync(
                new RegisterFile { Register = RegisterKind.Finess, Path = path, Vintage = vintage, MayShrink = true }, lines: null, Stop));
            Assert.Null(result.Refusal);
        }
        finally
        {
            File.Delete(path);
        }

        await node.CompareAsync();
    }

    public static Task<bool> CompareAsync(this Node node) => node.WithAsync<IJobHandler<CompareFacilities>, bool>(async handler =>
    {
        await handler.HandleAsync(new CompareFacilities(), Stop);
        return true;
    });

    public static Task<FacilitySummary?> KnownAsync(this Node node, Finess number) => node.WithAsync<IFacilities, FacilitySummary?>(facilities => facilities.FindAsync(number, Stop));
}
