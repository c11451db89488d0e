using Relais.Accounts.Contracts;

namespace Relais.Tests.Accounts;

public sealed class ContactPointTests
{
    [Theory]
    [InlineData("06 12 34 56 78", "+33612345678")]
    [InlineData("06.12.34.56.78", "+33612345678")]
    [InlineData("+33 6 12 34 56 78", "+33612345678")]
    [InlineData("0033612345678", "+33612345678")]
    [InlineData("07-12-34-56-78", "+33712345678")]
    [InlineData("0690 12 34 56", "+590690123456")]
    [InlineData("0694 20 30 40", "+594694203040")]
    [InlineData("0696 20 30 40", "+596696203040")]
    [InlineData("0692 20 30 40", "+262692203040")]
    [InlineData("+687 76 54 32", "+687765432")]
    public void A_mobile_number_has_one_form_however_it_is_typed(string typed, string kept)
    {
        Assert.True(ContactPoint.TryMobile(typed, out var address));
        Assert.Equal(kept, address.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("02 98 12 34 56")]
    [InlineData("06 12 34 56")]
    [InlineData("06 12 34 56 78 9")]
    [InlineData("six douze")]
    [InlineData("📱")]
    public void What_cannot_receive_a_text_message_is_no_mobile_number(string? typed) =>
        Assert.False(ContactPoint.TryMobile(typed, out _));

    [Theory]
    [InlineData(" Camille.LeGoff@Exemple.FR ", "camille.legoff@exemple.fr")]
    [InlineData("c+relais@chu-brest.exemple.fr", "c+relais@chu-brest.exemple.fr")]
    public void An_email_address_has_one_form_however_it_is_typed(string typed, string kept)
    {
        Assert.True(ContactPoint.TryEmail(typed, out var address));
        Assert.Equal(kept, address.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("camille")]
    [InlineData("camille@exemple")]
    [InlineData("camille@@exemple.fr")]
    [InlineData("camille le goff@exemple.fr")]
    [InlineData("camille@exemple..fr")]
    [InlineData("camille@exemple.fr\nBcc: tous@exemple.fr")]
    public void What_is_not_a_whole_address_is_refused(string? typed) => Assert.False(ContactPoint.TryEmail(typed, out _));
}
