using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Kernel.Messages;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;

namespace Relais.Tests.Accounts;

public sealed class MyAccountTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Nothing_is_sent_to_an_address_before_it_is_confirmed(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var member = await node.SignInAsync();

        await member.Browser.SubmitAsync(await member.Browser.GetPageAsync("/mon-compte/adresses"), "/mon-compte/adresses", ("Form.Address", "Camille@Exemple.fr"));
        Assert.Null((await RecipientAsync(node, member)).Email);

        var proof = Assert.Single(await node.ReadAsync<AddressProof>(proof => proof.PersonId == member.Person));
        var url = $"/mon-compte/adresse/{await node.Services.GetRequiredService<SignedLinks>().CreateAsync(AddressProof.CheckLink, proof.Id, proof.ExpiresAt, Cancellation)}";
        var visitor = node.Visitor();
        var page = await visitor.GetPageAsync(url);
        Assert.Null((await RecipientAsync(node, member)).Email);
        await node.SqlAsync($"UPDATE message SET state = 'Suppressed', last_error = 'no-address' WHERE channel = 'Email'");
        Assert.Equal(HttpStatusCode.OK, (await visitor.SubmitAsync(page, url)).StatusCode);

        Assert.Equal("camille@exemple.fr", (await RecipientAsync(node, member)).Email);
        Assert.DoesNotContain(await node.MessagesAsync(), message => message.LastError is "no-address");
    }

    [Theory, OnEveryEngine]
    public async Task Who_stops_a_channel_may_start_it_again(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var member = await node.SignInAsync();

        await using (var services = node.Services.CreateAsyncScope())
        {
            var directory = services.ServiceProvider.GetRequiredService<IRecipientDirectory>();
            await directory.StopAsync(member.Person.Value, Channel.Email, Cancellation);
            await directory.StopAsync(member.Person.Value, Channel.Email, Cancellation);
        }

        Assert.Contains(Channel.Email, (await RecipientAsync(node, member)).Stopped);
        await SubmitWishesAsync(member, ("Form.Email", "true"), ("Form.QuietFrom", "21:30"), ("Form.QuietTo", "06:15"), ("Form.Zone", "Indian/Reunion"), ("Form.Language", "en"));

        var recipient = await RecipientAsync(node, member);
        Assert.Empty(recipient.Stopped);
        Assert.Equal(QuietWeek.EveryDay(new TimeOnly(21, 30), new TimeOnly(6, 15), "Indian/Reunion"), recipient.Quiet);
        Assert.Equal("en-GB", recipient.Language);
    }

    [Fact]
    public async Task Text_messages_need_a_confirmed_mobile()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var member = await node.SignInAsync();

        var answer = await SubmitWishesAsync(member, ("Form.Sms", "true"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await node.ReadAsync<ContactWishes>(wishes => wishes.PersonId == member.Person));
    }

    [Fact]
    public async Task The_last_confirmed_address_cannot_be_removed()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var member = await node.SignInAsync();
        var id = await AddProvedAsync(node, member, "camille@exemple.fr");

        var answer = await member.Browser.SubmitAsync(await member.Browser.GetPageAsync("/mon-compte/adresses"), "/mon-compte/adresses?handler=Remove", ("address", $"{id}"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(await node.ReadAsync<ContactAddress>(address => address.PersonId == member.Person));
    }

    [Fact]
    public async Task Nobody_removes_the_address_of_another()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var (victim, member) = (await node.SignInAsync(), await node.SignInAsync());
        var id = await AddProvedAsync(node, victim, "victime@exemple.fr");
        await AddProvedAsync(node, member, "camille@exemple.fr");

        var answer = await member.Browser.SubmitAsync(await member.Browser.GetPageAsync("/mon-compte/adresses"), "/mon-compte/adresses?handler=Remove", ("address", $"{id}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Single(await node.ReadAsync<ContactAddress>(address => address.PersonId == victim.Person));
    }

    [Theory, OnEveryEngine]
    public async Task A_new_password_asks_for_the_old_one_and_signs_the_other_devices_out(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var member = await node.SignInAsync();
        var other = await node.SignInAgainAsync(member);
        const string Url = "/mon-compte/mot-de-passe";

        Assert.Equal(HttpStatusCode.Redirect, (await member.Browser.SubmitAsync(await member.Browser.GetPageAsync(Url), Url, ("Form.New", "lampe girafe orage velo"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await other.StatusOf("/mon-compte"));

        var again = await node.SignInAgainAsync(member);
        var page = await again.GetPageAsync(Url);
        Assert.Equal(HttpStatusCode.OK, (await again.SubmitAsync(page, Url, ("Form.Current", "faux"), ("Form.New", "quatre renards au pre"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await again.SubmitAsync(page, Url, ("Form.Current", "lampe girafe orage velo"), ("Form.New", "quatre renards au pre"))).StatusCode);
    }

    private static async Task<Guid> AddProvedAsync(Node node, SignedIn member, string email)
    {
        await using var services = node.Services.CreateAsyncScope();
        Assert.True(ContactPoint.TryEmail(email, out var address));
        var people = services.ServiceProvider.GetRequiredService<IPeople>();
        await people.AddAddressAsync(member.Person, address, Cancellation, isProved: true);
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
        return (await people.AddressesAsync(member.Person, Cancellation))[0].Id;
    }

    private static async Task<Recipient> RecipientAsync(Node node, SignedIn member)
    {
        await using var services = node.Services.CreateAsyncScope();
        return (await services.ServiceProvider.GetRequiredService<IRecipientDirectory>().FindAsync([member.Person.Value], Cancellation))[member.Person.Value];
    }

    private static async Task<HttpResponseMessage> SubmitWishesAsync(SignedIn member, params (string, string)[] wishes) =>
        await member.Browser.SubmitAsync(await member.Browser.GetPageAsync("/mon-compte/messages"), "/mon-compte/messages", wishes);
}
