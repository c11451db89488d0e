using Microsoft.AspNetCore.Identity;
using Relais.Kernel.Text;

namespace Relais.Accounts.SignIn;

/// <summary>Length is what protects; beyond it only what everybody tries first is refused. Any character may be used, or pasted.</summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int FewestCharacters = 12;
    public const int MostCharacters = 256;

    private const int FewestDifferent = 5;

    private static readonly HashSet<string> TriedFirst = new(Read(), StringComparer.Ordinal);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Refuse(password) is { } reason
            ? IdentityResult.Failed(new IdentityError { Code = "password", Description = reason })
            : IdentityResult.Success);

    /// <returns>What to ask of the person, or nothing when the password will do.</returns>
    public static string? Refuse(string? password) => password switch
    {
        null or { Length: < FewestCharacters } => "Choisissez un mot de passe d’au moins 12 caractères, par exemple quatre mots sans rapport",
        { Length: > MostCharacters } => "Choisissez un mot de passe d’au plus 256 caractères",
        _ when password.Distinct().Count() < FewestDifferent || TriedFirst.Contains(Core(password)) =>
            "Ce mot de passe est parmi les premiers que l’on essaie : choisissez-en un autre, par exemple quatre mots sans rapport",
        _ => null,
    };

    /// <summary>« MotDePasse2026! » is « motdepasse » dressed up; « azerty azerty » is « azerty » twice.</summary>
    private static string Core(string password)
    {
        var letters = SearchKey.From(password).Where(char.IsAsciiLetterOrDigit).ToArray().AsSpan();
        var core = letters.TrimEnd("0123456789").TrimStart("0123456789");
        var word = core.IsEmpty ? letters : core;

        for (var length = 3; length <= word.Length / 2; length++)
        {
            if (word.Length % length is 0 && word[length..].SequenceEqual(word[..^length]))
            {
                return word[..length].ToString();
            }
        }

        return word.ToString();
    }

    private static string[] Read()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("Relais.Accounts.SignIn.tried-first.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
