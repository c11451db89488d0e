using Relais.Kernel.Data;

namespace Relais.Kernel.Exercises;

/// <summary>Where an exercise keeps the letters that it does not send.</summary>
internal static class ExerciseFolder
{
    /// <returns>Beside the file of the database; for a server, in the folder of data of the node.</returns>
    public static string Of(Database database) => database.Engine is Engine.Sqlite
        ? $"{database.Place}.exercise"
        : Path.Combine("data", $"{database.Place.Replace('/', '-').Replace('\\', '-')}.exercise");
}
