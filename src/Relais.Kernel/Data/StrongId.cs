using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Relais.Kernel.Data;

/// <summary>An id that cannot be taken for another kind's: kept as a uuid wherever an entity has a property of its type.</summary>
public interface IStrongId<TSelf>
    where TSelf : struct, IStrongId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

internal static class StrongIds
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyList<Type>> Known = new();

    /// <summary>Maps the ids that these rooms, or the rooms that they know, show each other.</summary>
    public static void UseStrongIds(this ModelConfigurationBuilder conventions, IEnumerable<Assembly> rooms)
    {
        foreach (var id in rooms.SelectMany(WithItsReferences).Distinct().SelectMany(room => Known.GetOrAdd(room, Find)))
        {
            conventions.Properties(id).HaveConversion(typeof(Converter<>).MakeGenericType(id));
        }
    }

    private static IEnumerable<Assembly> WithItsReferences(Assembly room) => room.GetReferencedAssemblies()
        .Where(name => name.Name!.StartsWith("Relais.", StringComparison.Ordinal))
        .Select(Assembly.Load)
        .Append(room);

    private static IReadOnlyList<Type> Find(Assembly room) =>
        [.. room.GetExportedTypes().Where(type => type.IsValueType && Array.Exists(type.GetInterfaces(), IsStrongId))];

    private static bool IsStrongId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IStrongId<>);

    private sealed class Converter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => From(value))
        where TId : struct, IStrongId<TId>
    {
        private static TId From(Guid value) => TId.From(value);
    }
}
