using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Modules;

namespace Relais.Tests.Rights;

/// <summary>A room of the test's own that has one endpoint of each sort.</summary>
internal sealed class GateRoom : Module
{
    private int _taken;

    public static void Join(IServiceCollection services)
    {
        var rooms = (ModuleCatalog)services.Single(service => service.ServiceType == typeof(ModuleCatalog)).ImplementationInstance!;
        services.AddSingleton(new ModuleCatalog([.. rooms.Modules, new GateRoom()]));
        services.AddAccess(access =>
        {
            access.Get("/gate/members", Who.SignedIn);
            access.Get("/api/gate/members", Who.SignedIn);
            access.Get("/api/gate/facilities/{finess}", Who.Has(Role.FacilityManager).Over(ResourceOf.Facility("finess")));
            access.Get("/api/gate/hidden/{finess}", Who.Has(Role.FacilityManager).Over(ResourceOf.Facility("finess"))).Hidden();
            access.Get("/api/v1/gate", Who.SignedIn);
            access.Post("/api/v1/gate", Who.SignedIn);
            access.Post("/api/v1/gate/failing", Who.SignedIn);
        });
    }

    public override string Key => "gate";

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/gate/unlisted", Open);
        endpoints.MapGet("/gate/members", Open);
        endpoints.MapGet("/api/gate/members", Open);
        endpoints.Map("/api/gate/facilities/{finess}", Open);
        endpoints.MapGet("/api/gate/hidden/{finess}", Open);
        endpoints.MapGet("/api/v1/gate", Open);
        endpoints.MapPost("/api/v1/gate", TakeAsync);
        endpoints.MapPost("/api/v1/gate/failing", Fail);
    }

    private static IResult Open() => Results.Text("open");

    private static IResult Fail(Parcel parcel) => throw new InvalidOperationException(parcel.Text);

    /// <summary>Answers differently each time it runs.</summary>
    private async Task<IResult> TakeAsync(Parcel parcel)
    {
        await Task.Delay(50);
        var number = Interlocked.Increment(ref _taken);
        return Results.Created($"/api/v1/gate/{number}", new Receipt(number, parcel.Text));
    }

    internal enum Weight
    {
        Light,
        VeryHeavy,
    }

    internal sealed record Parcel(string Text, Weight Weight, int Count);

    internal sealed record Receipt(int Number, string Text);
}
