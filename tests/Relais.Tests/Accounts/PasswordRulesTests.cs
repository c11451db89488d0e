using Relais.Accounts.SignIn;

namespace Relais.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("court")]
    [InlineData("onze.lettre")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("MotDePasse2026!")]
    [InlineData("azertyazerty")]
    [InlineData("AzertyUiop123")]
    [InlineData("Marseille2024")]
    [InlineData("123456789012")]
    [InlineData("infirmière29!")]
    public void What_everybody_tries_first_is_refused(string password) => Assert.NotNull(PasswordRules.Refuse(password));

    [Theory]
    [InlineData("lampe girafe orage velo")]
    [InlineData("🦊 quatre renards au pré")]
    [InlineData("x9?tRq_pL0za")]
    public void Any_long_password_will_do(string password) => Assert.Null(PasswordRules.Refuse(password));
}
