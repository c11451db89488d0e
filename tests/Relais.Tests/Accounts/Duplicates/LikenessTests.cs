using Relais.Accounts.Duplicates;
using Relais.Kernel.Text;

namespace Relais.Tests.Accounts.Duplicates;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("Anna Le Goff", "Anna Le Goff")]
    [InlineData("Anna Le Goff", "Le Goff Anna")]
    [InlineData("Anna Le Goff", "ANNA LE GÔFF")]
    [InlineData("Anna Le Goff", "Hanna Le Goff")]
    [InlineData("Maryvonne Ropars", "Maryvone Ropars")]
    [InlineData("Maryvonne Ropars", "Mayrvonne Ropars")]
    [InlineData("Jean Kerneis", "Jean-Yves Kerneis")]
    public void One_person_writes_a_name_in_several_ways(string first, string second) => Assert.True(Alike(first, second));

    [Theory]
    [InlineData("Anna Le Goff", "Paul Le Goff")]
    [InlineData("Anna Le Goff", "Anna Le Gall")]
    [InlineData("Anna Ropars", "Ropars")]
    [InlineData("Yann Ropars", "Yvon Ropars")]
    [InlineData("Maryvonne Ropars", "Maryvone Ropar")]
    [InlineData("Jean Kerneis", "Jean Yves Marie Kerneis")]
    public void Two_people_of_one_house_have_two_names(string first, string second) => Assert.False(Alike(first, second));

    private static bool Alike(string first, string second) =>
        Likeness.AreAlike(SearchKey.From(first), SearchKey.From(second)) && Likeness.AreAlike(SearchKey.From(second), SearchKey.From(first));
}
