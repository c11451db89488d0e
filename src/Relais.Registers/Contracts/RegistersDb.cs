using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Registers.Contracts;

/// <summary>
/// The unit of work on the registers. On SQLite they have a file of their own, so that taking millions of lines in keeps
/// nobody from writing elsewhere; on PostgreSQL they may lie in the main database.
/// </summary>
public sealed class RegistersDb(DbContextOptions<RegistersDb> options, DatabaseCatalog databases) : RoomsDb(options, databases[Key])
{
    public const string Key = "registers";

    /// <summary>Where they lie when nobody says: beside the main database.</summary>
    public static string Beside(string main)
    {
        ArgumentNullException.ThrowIfNull(main);
        if (main.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            return main;
        }

        var file = new SqliteConnectionStringBuilder(main);
        file.DataSource = Path.Combine(Path.GetDirectoryName(file.DataSource) ?? "", $"{Path.GetFileNameWithoutExtension(file.DataSource)}-{Key}.db");
        return file.ConnectionString;
    }
}
