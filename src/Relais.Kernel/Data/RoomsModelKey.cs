using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Relais.Kernel.Data;

/// <summary>
/// A model is kept per set of rooms. Kept per type alone, the first installation of a process would give its model to
/// another that has other rooms.
/// </summary>
#pragma warning disable CA1812 // Made by Entity Framework.
internal sealed class RoomsModelKey : IModelCacheKeyFactory
#pragma warning restore CA1812
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), context is RoomsDb rooms ? rooms.Rooms : "", designTime);
}
