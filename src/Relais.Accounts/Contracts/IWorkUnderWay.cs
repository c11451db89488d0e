namespace Relais.Accounts.Contracts;

/// <summary>A room that knows what is open somewhere, for who takes over there.</summary>
public interface IWorkUnderWay
{
    /// <summary>What somebody with the role has in hand over the scope now, the most pressing first.</summary>
    Task<IReadOnlyList<WorkUnderWay>> OfAsync(Role role, Scope scope, CancellationToken cancellation);
}

/// <param name="Title">In the language of the reader.</param>
/// <param name="Url">Where it is followed.</param>
public sealed record WorkUnderWay(string Title, string Url);
