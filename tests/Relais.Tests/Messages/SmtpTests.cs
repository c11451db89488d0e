using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Relais.Kernel.Messages.Sending;
using Relais.Kernel.Messages.Smtp;
using Relais.Web.Mailbox;

namespace Relais.Tests.Messages;

public class SmtpTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_arrives_as_it_was_written(bool pipelining)
    {
        await using var server = await SmtpServer.StartAsync(new { pipelining });
        await using var transport = new SmtpTransport(Clear(server));
        var email = Emails.To("ana@exemple.fr", text: $"Bonjour,\n.\n..points\n{new string('é', 500)}\n  fin =20 \n");

        var outcome = await transport.SendAsync(email);

        Assert.Equal(Fate.Sent, outcome.Fate);
        Assert.Equal([email.MessageId], server.Taken);
        var read = EmlReader.Read(email.Id, await server.ReadAsync(1));
        Assert.Equal((email.Subject, email.Text.TrimEnd('\n')), (read.Subject, read.Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_concerns_one_message_and_the_conversation_goes_on(bool pipelining)
    {
        await using var server = await SmtpServer.StartAsync(new { pipelining });
        await using var transport = new SmtpTransport(Clear(server));
        string[] people = ["ana@exemple.fr", "nobody@exemple.fr", "busy@exemple.fr", "unwanted@exemple.fr", "bob@exemple.fr"];

        var outcomes = new List<Outcome>();
        foreach (var person in people)
        {
            outcomes.Add(await transport.SendAsync(Emails.To(person)));
        }

        Assert.Equal([Fate.Sent, Fate.Refused, Fate.Deferred, Fate.Refused, Fate.Sent], outcomes.Select(outcome => outcome.Fate));
        Assert.Equal(["smtp-550-5.1.1", "smtp-451-4.3.0", "smtp-554-5.6.0"], outcomes.Select(outcome => outcome.Code).OfType<string>());
        Assert.Equal(2, server.Taken.Count);
        Assert.Single(server.Connections.Distinct());
    }

    [Fact]
    public async Task A_refusal_of_who_we_are_is_no_fault_of_the_message()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var transport = new SmtpTransport(Clear(server));

        var stranger = await transport.SendAsync(Emails.To("ana@exemple.fr") with { From = Emails.Address("stranger@exemple.fr") });
        var leaving = await transport.SendAsync(Emails.To("leaving@exemple.fr"));

        Assert.Equal((Fate.Unavailable, Fate.Unavailable), (stranger.Fate, leaving.Fate));
        Assert.Equal(Fate.Sent, (await transport.SendAsync(Emails.To("ana@exemple.fr"))).Fate);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_no_fault_of_the_message()
    {
        var server = await SmtpServer.StartAsync();
        await using var transport = new SmtpTransport(Clear(server));
        Assert.Equal(Fate.Sent, (await transport.SendAsync(Emails.To("ana@exemple.fr"))).Fate);

        await server.DisposeAsync();

        Assert.Equal(Outcome.Unavailable("smtp-no-connection"), await transport.SendAsync(Emails.To("ana@exemple.fr")));
    }

    [Theory]
    [InlineData(nameof(SmtpSecurity.StartTls), "PLAIN")]
    [InlineData(nameof(SmtpSecurity.StartTls), "LOGIN")]
    [InlineData(nameof(SmtpSecurity.Tls), "PLAIN")]
    public async Task The_conversation_is_encrypted_and_signed_in(string security, string means)
    {
        using var authority = Certificate(out var key, out var cert);
        await using var server = await SmtpServer.StartAsync(new { security, key, cert, user = "relais", password = "sésame", authMethods = new[] { means } });
        var settings = Clear(server) with { Host = "localhost", Security = Enum.Parse<SmtpSecurity>(security), User = "relais", Password = "sésame", Authority = authority };

        await using var transport = new SmtpTransport(settings);
        await using var wrong = new SmtpTransport(settings with { Password = "autre" });
        await using var untrusting = new SmtpTransport(settings with { Authority = null });

        Assert.Equal(Fate.Sent, (await transport.SendAsync(Emails.To("ana@exemple.fr"))).Fate);
        Assert.Equal(Fate.Unavailable, (await wrong.SendAsync(Emails.To("ana@exemple.fr"))).Fate);
        Assert.Equal(Outcome.Unavailable("smtp-tls"), await untrusting.SendAsync(Emails.To("ana@exemple.fr")));
        File.Delete(key);
        File.Delete(cert);
    }

    [Fact]
    public async Task Nothing_goes_in_clear_when_encryption_is_asked_for()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var transport = new SmtpTransport(Clear(server) with { Security = SmtpSecurity.StartTls });

        Assert.Equal(Fate.Unavailable, (await transport.SendAsync(Emails.To("ana@exemple.fr"))).Fate);
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData(true, nameof(Fate.Sent))]
    [InlineData(false, nameof(Fate.Refused))]
    public async Task An_address_with_accents_needs_a_server_that_takes_them(bool utf8, string fate)
    {
        await using var server = await SmtpServer.StartAsync(new { utf8 });
        await using var transport = new SmtpTransport(Clear(server));

        Assert.Equal(fate, (await transport.SendAsync(Emails.To("rené@exemple.fr"))).Fate.ToString());
        Assert.Equal(Fate.Sent, (await transport.SendAsync(Emails.To("ana@hôpital.fr"))).Fate);
    }

    private static SmtpSettings Clear(SmtpServer server) => new() { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None };

    private static X509Certificate2 Certificate(out string keyFile, out string certFile)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        (keyFile, certFile) = (Path.GetTempFileName(), Path.GetTempFileName());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(certFile, certificate.ExportCertificatePem());
        return certificate;
    }
}
