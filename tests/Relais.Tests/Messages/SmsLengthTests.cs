using Relais.Kernel.Messages.Sms;

namespace Relais.Tests.Messages;

/// <summary>Figures of 3GPP TS 23.038 and TS 23.040, on the edges.</summary>
public sealed class SmsLengthTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    public void Plain_text_takes_a_part_for_160_characters_and_153_beyond(int characters, int parts) =>
        Assert.Equal(new SmsLength(SmsAlphabet.Gsm7, characters, parts), SmsLength.Of(new string('é', characters)));

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void Other_text_takes_a_part_for_70_characters_and_67_beyond(int characters, int parts) =>
        Assert.Equal(new SmsLength(SmsAlphabet.Ucs2, characters, parts), SmsLength.Of(new string('ê', characters)));

    [Fact]
    public void A_euro_takes_two_places_of_seven_bits()
    {
        Assert.Equal(new SmsLength(SmsAlphabet.Gsm7, 160, 1), SmsLength.Of(new string('a', 158) + "€"));
        Assert.Equal(new SmsLength(SmsAlphabet.Gsm7, 161, 2), SmsLength.Of(new string('a', 159) + "€"));
    }

    [Fact]
    public void An_emoji_takes_two_places_of_sixteen_bits_and_changes_the_alphabet_of_all()
    {
        Assert.Equal(new SmsLength(SmsAlphabet.Ucs2, 70, 1), SmsLength.Of(new string('a', 68) + "👍"));
        Assert.Equal(new SmsLength(SmsAlphabet.Ucs2, 71, 2), SmsLength.Of(new string('a', 69) + "👍"));
    }

    /// <summary>153 septets would hold 152 letters and half a euro: the euro opens the next part, and its last letter a third.</summary>
    [Fact]
    public void What_cannot_be_cut_goes_to_the_next_part()
    {
        Assert.Equal(2, SmsLength.Of(new string('a', 152) + "€" + new string('a', 151)).Parts);
        Assert.Equal(3, SmsLength.Of(new string('a', 152) + "€" + new string('a', 152)).Parts);
        Assert.Equal(2, SmsLength.Of(new string('a', 66) + "👍" + new string('a', 65)).Parts);
        Assert.Equal(3, SmsLength.Of(new string('a', 66) + "👍" + new string('a', 66)).Parts);
    }

    [Theory]
    [InlineData("où êtes-vous, l’œuvre est reçue…", "où etes-vous, l'oeuvre est recue...")]
    [InlineData("21\u00A0h – 7\u202Fh, 200\u00A0€", "21 h - 7 h, 200 €")]
    [InlineData("Bravo 👍", "Bravo 👍")]
    public void French_is_written_in_the_characters_that_cost_least(string text, string sent) => Assert.Equal(sent, GsmText.Of(text));
}
