using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Relais.Kernel.Identifiers;

internal sealed class IdentifierColumn<T>() : ValueConverter<T, string>(identifier => identifier.Value, text => Restore(text))
    where T : class, IIdentifier<T>
{
    // An expression tree cannot name a static member of a type parameter, a method can.
    private static T Restore(string text) => T.Stored(text);
}

internal static class IdentifierColumns
{
    public static void StoreIdentifiersAsText(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Rpps>().HaveConversion<IdentifierColumn<Rpps>>();
        conventions.Properties<Finess>().HaveConversion<IdentifierColumn<Finess>>();
        conventions.Properties<Siren>().HaveConversion<IdentifierColumn<Siren>>();
        conventions.Properties<CommuneCode>().HaveConversion<IdentifierColumn<CommuneCode>>();
        conventions.Properties<TerritoryCode>().HaveConversion<IdentifierColumn<TerritoryCode>>();
    }
}
