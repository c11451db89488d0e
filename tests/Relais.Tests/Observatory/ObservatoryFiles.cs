using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Relais.Observatory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

/// <summary>Small files for the observatory, taken in as the command does.</summary>
internal static class ObservatoryFiles
{
    /// <summary>Every department of Brittany and around has a line, so that Brittany is covered; three doctors work in Gourin.</summary>
    public const string Supply =
        "commune,profession,practitioners,acts,over_55,over_60,over_65\n"
        + "56066,general-practitioner,3,12000,2,1,0\n"
        + "29018,general-practitioner,1,,1,1,1\n"
        + "29232,general-practitioner,60,300000,24,12,4\n"
        + "22278,general-practitioner,40,200000,16,8,2\n"
        + "35238,general-practitioner,200,1000000,80,40,9\n"
        + "44109,general-practitioner,300,1500000,120,60,20\n"
        + "50502,general-practitioner,20,100000,8,4,1\n"
        + "53130,general-practitioner,30,150000,12,6,1\n"
        + "49007,general-practitioner,90,450000,36,18,6\n";

    public static async Task<DatasetReport> ImportAsync(this Node node, DatasetKind kind, byte[] content, string vintage = "2025", Func<DatasetFile, DatasetFile>? with = null)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var file = new DatasetFile { Name = "essai.csv", Open = () => new MemoryStream(content), Source = "Source d’essai", Vintage = vintage };
        return await scope.ServiceProvider.GetRequiredService<IDatasetImport>().RunAsync(kind, with?.Invoke(file) ?? file, TestContext.Current.CancellationToken);
    }

    public static Task<DatasetReport> ImportAsync(this Node node, DatasetKind kind, string content, string vintage = "2025", Func<DatasetFile, DatasetFile>? with = null) =>
        node.ImportAsync(kind, Encoding.UTF8.GetBytes(content), vintage, with);

    public static async Task<bool> UndoAsync(this Node node, Guid dataset)
    {
        await using var scope = node.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDatasetImport>().UndoAsync(dataset, TestContext.Current.CancellationToken);
    }

    public static async Task<bool> RestoreAsync(this Node node, Guid dataset)
    {
        await using var scope = node.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDatasetImport>().RestoreAsync(dataset, TestContext.Current.CancellationToken);
    }
}
