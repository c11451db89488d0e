using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Relais.Accounts.Contracts;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Preview;

/// <summary>Names a person to a manager who must not know who it is: sealed, for one need, for a day.</summary>
internal sealed class ProfileReferences(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public string Seal(NeedId need, PersonId person) => For(need).Protect(person.ToString(), Life);

    public PersonId? Read(NeedId need, string? reference)
    {
        try
        {
            return reference is null ? null : new PersonId(Guid.Parse(For(need).Unprotect(reference)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(NeedId need) => protection.CreateProtector("reinforcement.profile", need.ToString()).ToTimeLimitedDataProtector();
}
