namespace Relais.Kernel.PersonalData;

/// <summary>
/// A table with rows about people. Its room declares it once; two dossiers made one, parted again, shown to their person,
/// exported or erased all read this declaration. Fragments of SQL are of the common subset of the engines and speak of
/// the row as <c>mine</c>.
/// </summary>
/// <param name="Name">The table.</param>
/// <param name="Title">In French, what its rows are to the person; shown through the words of the house.</param>
public sealed record PersonalTable(string Name, string Title)
{
    /// <summary>The column that leads to whom the rows are about.</summary>
    public string Owner { get; init; } = "person_id";

    public OwnerKind OwnedBy { get; init; } = OwnerKind.Person;

    /// <summary>Which rows are about people, where others are in the table too.</summary>
    public string? About { get; init; }

    /// <summary>What tells a row from the others of its owner; nothing for a table with one row each.</summary>
    public IReadOnlyList<string> Key { get; init; } = ["id"];

    /// <summary>What becomes of a row when its dossier is made one with another.</summary>
    public Merging Merging { get; init; } = Merging.Moves;

    public required Erasing Erasing { get; init; }

    /// <summary>Columns that are no information about the person but secrets or workings of the house.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>Where the person corrects these rows: a local address.</summary>
    public string? CorrectAt { get; init; }

    /// <summary>The condition under which a row is about whom the parameter <c>@owner</c> names.</summary>
    public string OfOwner
    {
        get
        {
            var own = OwnedBy.Parents is { } parents ? $"mine.{Owner} IN ({parents} = @owner)" : $"mine.{Owner} = @owner";
            return About is null ? own : $"{own} AND ({About})";
        }
    }
}

/// <summary>What the owner column of a table leads to.</summary>
public sealed record OwnerKind
{
    /// <summary>The person.</summary>
    public static OwnerKind Person { get; } = new();

    /// <summary>The account with which the person signs in.</summary>
    public static OwnerKind Account { get; } = new() { IsAccount = true };

    public bool IsAccount { get; private init; }

    /// <summary>The rows that it leads to, as a query that ends in the column of the person.</summary>
    internal string? Parents { get; private init; }

    /// <summary>A row of another table of the same room: what becomes of that row decides.</summary>
    public static OwnerKind Row(string parent) => new() { Parents = $"SELECT {parent}.id FROM {parent} WHERE {parent}.person_id" };

    /// <summary>A row of another table of the same room, which leads to a row that is about a person.</summary>
    public static OwnerKind Row(string parent, string column, string grandparent) => new()
    {
        Parents = $"SELECT {parent}.id FROM {parent} JOIN {grandparent} ON {grandparent}.id = {parent}.{column} WHERE {grandparent}.person_id",
    };
}
