using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Relais.Kernel.Messages.Mail;
using Relais.Web.Mailbox;

namespace Relais.Tests.Messages;

public class MimeTests
{
    private static readonly string[] HeaderNames =
        ["Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Language", "Content-Type"];

    [Fact]
    public void What_is_written_is_what_is_read() => Check.QuickThrowOnFailure(Prop.ForAll<string, string>((subject, text) =>
    {
        var email = Emails.To("ana@exemple.fr", Sound(subject), Sound(text));

        var read = EmlReader.Read(email.Id, Encoding.UTF8.GetString(MimeWriter.Write(email)));

        Assert.Equal(Visible(email.Subject), read.Subject);
        Assert.Equal(email.Text.ReplaceLineEndings("\n").TrimEnd('\n'), read.Text);
        Assert.Equal(email.Html.ReplaceLineEndings("\n").TrimEnd('\n'), read.Html);
    }));

    [Fact]
    public void No_text_can_add_a_header_or_break_a_line() => Check.QuickThrowOnFailure(Prop.ForAll<string, string>((subject, name) =>
    {
        var email = Emails.To("ana@exemple.fr", $"{Sound(subject)}\r\nBcc: all@exemple.fr\r\n\r\nsurprise") with { ToName = $"{Sound(name)}\"\r\nCc: <all@exemple.fr>" };

        var mime = Encoding.UTF8.GetString(MimeWriter.Write(email));
        var headers = mime[..mime.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");

        Assert.Equal(HeaderNames, headers.Where(line => !line.StartsWith(' ')).Select(line => line.Split(':')[0]));
        Assert.All(mime.Split("\r\n"), line => Assert.InRange(line.Length, 0, 200));
        Assert.All(mime.Split("\r\n").SkipWhile(line => line.Length > 0), line => Assert.InRange(line.Length, 0, 76));
        Assert.DoesNotContain('\r', mime.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(mime, character => Assert.True(char.IsAscii(character)));
    }));

    [Theory]
    [InlineData("Court", "Subject: Court\r\n")]
    [InlineData("Été", "Subject: =?utf-8?B?w4l0w6k=?=\r\n")]
    [InlineData("a=?b", "Subject: =?utf-8?B?YT0/Yg==?=\r\n")]
    public void A_subject_is_plain_when_it_can_be(string subject, string header) =>
        Assert.Contains(header, Encoding.UTF8.GetString(MimeWriter.Write(Emails.To("ana@exemple.fr", subject))), StringComparison.Ordinal);

    [Fact]
    public void An_encoded_word_is_never_cut_inside_a_character()
    {
        var subject = string.Concat(Enumerable.Repeat("é🚑", 40));

        var words = HeaderText.Unstructured(subject, 9).Split("\r\n ");

        Assert.All(words, word => Assert.InRange(word.Length, 1, 75));
        Assert.Equal(subject, string.Concat(words.Select(word => Encoding.UTF8.GetString(Convert.FromBase64String(word["=?utf-8?B?".Length..^2])))));
    }

    [Fact]
    public void A_repeat_carries_the_same_message_id()
    {
        var email = Emails.To("ana@exemple.fr");

        Assert.Equal(email.MessageId, (email with { Date = email.Date.AddHours(1), ToName = "Ana" }).MessageId);
        Assert.Equal($"<{email.Id:N}@exemple.fr>", email.MessageId);
    }

    [Fact]
    public void A_notice_can_be_stopped_by_one_click()
    {
        var mime = Encoding.UTF8.GetString(MimeWriter.Write(Emails.To("ana@exemple.fr") with { Unsubscribe = new Uri("https://relais.exemple.fr/desabonnement/abc") }));

        Assert.Contains("\r\nList-Unsubscribe: <https://relais.exemple.fr/desabonnement/abc>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", mime, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ana@exemple.fr", true)]
    [InlineData("ana.le-goff+garde@hopital.exemple.fr", true)]
    [InlineData("rené@exemple.fr", true)]
    [InlineData("ana@hôpital.fr", true)]
    [InlineData("ana", false)]
    [InlineData("@exemple.fr", false)]
    [InlineData("ana@", false)]
    [InlineData("ana@exemple.fr>\r\nRCPT TO:<all@exemple.fr", false)]
    [InlineData("ana>@exemple.fr", false)]
    [InlineData("a na@exemple.fr", false)]
    [InlineData("ana@exem ple.fr", false)]
    [InlineData(".ana@exemple.fr", false)]
    [InlineData("ana@exemple..fr", false)]
    public void An_address_can_end_no_command(string text, bool isGood) => Assert.Equal(isGood, EmailAddress.TryParse(text, out _));

    /// <summary>Text as people write it: without half characters, which no encoding can carry.</summary>
    private static string Sound(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));

    private static string Visible(string subject) =>
        string.Concat(subject.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
}
