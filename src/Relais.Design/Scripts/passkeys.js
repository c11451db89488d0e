// Lets a form speak to an authenticator: <form hidden data-rs-passkey="create|get" data-rs-options="{…}">, with a field whose
// name ends in Credential. Without this file, or where the browser has no such thing, the other ways in remain.
const known = window.PublicKeyCredential?.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON;

const ask = (form) => {
  const options = JSON.parse(form.dataset.rsOptions);
  return form.dataset.rsPasskey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
};

for (const form of known ? document.querySelectorAll("form[data-rs-passkey]") : []) {
  const failed = form.querySelector("[data-rs-passkey-failed]");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    // What is missing is said by the server, before a key is made for nothing.
    if (form.dataset.rsNeeds && !document.getElementById(form.dataset.rsNeeds).value.trim()) {
      return;
    }
    event.preventDefault();
    failed.hidden = true;
    try {
      const credential = await ask(form);
      form.querySelector("[name$=Credential]").value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}

for (const text of known ? document.querySelectorAll("[data-rs-passkey-missing]") : []) {
  text.hidden = true;
}
