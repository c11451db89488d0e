using Microsoft.Extensions.DependencyInjection;

namespace Relais.Kernel.PersonalData;

/// <summary>Every table with rows about people, parents before what is part of them, in the order of the house.</summary>
public sealed class PersonalTables(IEnumerable<PersonalTable> tables)
{
    public IReadOnlyList<PersonalTable> All { get; } = [.. tables];
}

public static class PersonalTableServices
{
    /// <summary>Declares the tables of a room that hold rows about people.</summary>
    public static IServiceCollection AddPersonalTables(this IServiceCollection services, params ReadOnlySpan<PersonalTable> tables)
    {
        foreach (var table in tables)
        {
            services.AddSingleton(table);
        }

        return services;
    }
}
