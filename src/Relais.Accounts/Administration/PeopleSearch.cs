using Relais.Accounts.Contracts;
using Relais.Kernel.Search;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Administration;

/// <summary>Lets administrators find people; nobody else does.</summary>
internal sealed class PeopleSearch(ICurrentUser user, IPeople people, Words T) : ISearchSource
{
    public string Title => "Comptes et rôles";

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string searchKey, int most, CancellationToken cancellation) =>
        user.Has(Role.Administrator)
            ? [.. (await people.SearchAsync(searchKey, most, cancellation)).Select(person => new SearchHit(person.FullName, T["Compte, rôles et adresses"], $"/administration/comptes/{person.Id}"))]
            : [];
}
