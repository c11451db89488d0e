using Relais.Documents;

namespace Relais.Design.Files;

/// <summary>
/// A page whose tables can be taken away as files, by <c>rs-exports</c>. They have the address of the page with
/// <c>format</c>: its handler runs as for the page, with the same rights and the same filters, and the table is sent in
/// place of what it would have shown.
/// </summary>
public interface IHasTables
{
    /// <param name="name">As <c>rs-exports</c> says it; nothing on a page of one table.</param>
    /// <returns>Nothing when the page has no such table.</returns>
    Sheet? Table(string? name);
}
