namespace Relais.Documents;

/// <summary>Rows under named columns, from which the page, the PDF, the CSV and the XLSX of a table are made: they cannot differ.</summary>
/// <param name="Title">Its caption, and the name of the sheet.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">As many cells each as there are columns.</param>
public sealed record Sheet(string Title, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>One row for each line of a list; each column says its name and what it holds of a line.</summary>
    public static Sheet Of<T>(string title, IEnumerable<T> lines, params IReadOnlyList<(string Name, Func<T, Cell> Cell)> columns) => new(
        title,
        [.. columns.Select(column => new Column(column.Name))],
        [.. lines.Select(line => (IReadOnlyList<Cell>)[.. columns.Select(column => column.Cell(line))])]);
}

/// <param name="Name">Its head.</param>
/// <param name="Share">How wide it is beside the others, on paper.</param>
/// <param name="IsNumber">Its cells are figures: set to the right.</param>
public sealed record Column(string Name, double Share = 1, bool IsNumber = false);
