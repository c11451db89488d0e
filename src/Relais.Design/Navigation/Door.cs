using Microsoft.Extensions.DependencyInjection;

namespace Relais.Design.Navigation;

/// <summary>A card of the first page of who is signed in: what awaits them, one click away.</summary>
/// <param name="Title">Where it leads, in the language of the reader.</param>
/// <param name="Text">How things stand there: « 2 demandes attendent votre réponse ».</param>
/// <param name="Url">Local address.</param>
/// <param name="Order">As in <see cref="NavigationItem"/>: tens, low first.</param>
public sealed record Door(string Title, string Text, string Url, int Order)
{
    /// <summary>Somebody waits for an answer behind it.</summary>
    public bool IsPressing { get; init; }

    /// <summary>What can be done at once, without going in.</summary>
    public DoorAction? Action { get; init; }
}

/// <param name="Label">What the button says.</param>
/// <param name="Url">Local address to which the form is sent: its page answers as to its own.</param>
public sealed record DoorAction(string Label, string Url);

/// <summary>The doors that a room opens to the person of this request; none for who has nothing to do there.</summary>
public interface IDoors
{
    Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation);
}

public static class DoorContribution
{
    public static IServiceCollection AddDoors<T>(this IServiceCollection services)
        where T : class, IDoors => services.AddScoped<IDoors, T>();
}
