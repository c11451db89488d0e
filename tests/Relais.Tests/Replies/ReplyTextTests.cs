using Relais.Replies.Reading;

namespace Relais.Tests.Replies;

/// <summary>What people really type. A yes that was none makes a hole in a ward; a person reads what is unclear.</summary>
public sealed class ReplyTextTests
{
    [Theory]
    [InlineData("OUI")]
    [InlineData("oui")]
    [InlineData("Oui.")]
    [InlineData(" oui ! ")]
    [InlineData("ouiiii")]
    [InlineData("OUI K")]
    [InlineData("oui k")]
    [InlineData("K oui")]
    [InlineData("Oui merci")]
    [InlineData("Bonjour, oui. Merci beaucoup")]
    [InlineData("ok")]
    [InlineData("OK pour moi")]
    [InlineData("d'accord")]
    [InlineData("D’accord")]
    [InlineData("d accord")]
    [InlineData("Pas de problème")]
    [InlineData("pas de souci, je viens")]
    [InlineData("J’accepte")]
    [InlineData("Je serai là")]
    [InlineData("Comptez sur moi")]
    [InlineData("👍")]
    [InlineData("👍🏽 ok")]
    [InlineData("Bien sûr")]
    [InlineData("yes")]
    [InlineData("o")]
    public void Yes(string text) => Assert.Equal(ReplyMeaning.Yes, ReplyText.Read(text).Meaning);

    [Theory]
    [InlineData("NON")]
    [InlineData("non merci")]
    [InlineData("Non K")]
    [InlineData("nonnn")]
    [InlineData("Non désolée")]
    [InlineData("Désolé, je ne peux pas")]
    [InlineData("je peux pas venir")]
    [InlineData("Pas dispo")]
    [InlineData("je ne suis pas disponible, désolé")]
    [InlineData("Impossible")]
    [InlineData("Pas cette fois")]
    [InlineData("👎")]
    [InlineData("no sorry")]
    [InlineData("n")]
    public void No(string text) => Assert.Equal(ReplyMeaning.No, ReplyText.Read(text).Meaning);

    [Theory]
    [InlineData("Oui dans 2 heures")]
    [InlineData("oui à 22h")]
    [InlineData("oui mais pas avant 23 h")]
    [InlineData("Oui si je trouve une garde")]
    [InlineData("oui ?")]
    [InlineData("oui non")]
    [InlineData("peut-être")]
    [InlineData("Qui êtes-vous ?")]
    [InlineData("ok pour demain")]
    [InlineData("je ne dis pas non")]
    [InlineData("Je vous rappelle")]
    [InlineData("")]
    [InlineData("merci")]
    [InlineData("oui K ou L")]
    [InlineData("non stop")]
    [InlineData("???")]
    public void Unclear(string text) => Assert.Equal(ReplyMeaning.Unclear, ReplyText.Read(text).Meaning);

    [Theory]
    [InlineData("STOP")]
    [InlineData("Stop SMS")]
    [InlineData("arrêt")]
    public void Stop(string text) => Assert.Equal(ReplyMeaning.Stop, ReplyText.Read(text).Meaning);

    [Theory]
    [InlineData("oui k", 'K')]
    [InlineData("NON B merci", 'B')]
    [InlineData("d'accord", null)]
    [InlineData("oui à", null)]
    [InlineData("n", null)]
    public void The_letter_of_a_question_is_read_beside_the_answer(string text, char? letter) => Assert.Equal(letter, ReplyText.Read(text).Letter);
}
