using Relais.Accounts.Contracts;

namespace Relais.Replies;

/// <summary>Who may open what this room serves.</summary>
internal static class RepliesAccess
{
    public static void Declare(AccessRules access)
    {
        access.Post("/api/sms/{key}/replies", Who.LinkHolder);
        access.Post("/api/sms/{key}/deliveries", Who.LinkHolder);
        access.Page("/reponses-sms", Who.Has(Role.Coordinator, Role.NationalCrisisCentre));
    }
}
