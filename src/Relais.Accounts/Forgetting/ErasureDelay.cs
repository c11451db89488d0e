namespace Relais.Accounts.Forgetting;

/// <summary>The value of the dated rule that says for how many days a wish to be forgotten may be taken back.</summary>
internal sealed record ErasureDelay(int Days)
{
    public static string Kind => "erasure";
}
