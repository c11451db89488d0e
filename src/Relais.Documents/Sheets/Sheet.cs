namespace Relais.Documents;

/// <summary>Rows under named columns, from which the page, the PDF, the CSV and the XLSX of a table are made: they cannot differ.</summary>
/// <param name="Title">Its caption, and the name of the sheet.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">As many cells each as there are columns.</param>
public sealed record Sheet(string Title, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows);

/// <param name="Name">Its head.</param>
/// <param name="Share">How wide it is beside the others.</param>
/// <param name="IsNumber">Its cells are figures: set to the right.</param>
public sealed record Column(string Name, double Share = 1, bool IsNumber = false);
