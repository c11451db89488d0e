// A real mail server in a process of its own, for the tests. Configuration as JSON in the first argument:
//   { record, content, port, pipelining, utf8, security: "None" | "StartTls" | "Tls", key, cert, user, password }
// Each message it takes charge of is written to the file `record` and synced before the 250 goes out, as servers do.
// Orders arrive as JSON lines: {"kill": pid, "after": n, "delay": ms} kills the process as the n-th message from now is
// answered, after so many milliseconds. It prints "ready PORT", then "killed" when an order is carried out and the last
// connection is closed: what the process had handed over by then is recorded.
// By the name before the @ of the recipient: "nobody" is refused, "busy" is refused for now, "unwanted" once it is read,
// "leaving" makes the server leave; a sender named "stranger" is refused.
import { openSync, fsyncSync, writeSync, writeFileSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { SMTPServer } from "smtp-server";

const config = JSON.parse(process.argv[2]);
const record = config.record ? openSync(config.record, "a") : undefined;
let order;
let taken = 0;
let connections = 0;
let killed = false;

const refusal = (code, sentence) => Object.assign(new Error(sentence), { responseCode: code });
const name = address => address.address.split("@")[0];

const sayWhenKilled = () => {
  if (killed && connections === 0) {
    killed = false;
    console.log("killed");
  }
};

const server = new SMTPServer({
  disableReverseLookup: true,
  hideENHANCEDSTATUSCODES: false,
  hidePIPELINING: config.pipelining === false,
  hideSMTPUTF8: config.utf8 === false,
  secure: config.security === "Tls",
  hideSTARTTLS: config.security !== "StartTls",
  ...(config.cert ? { key: readFileSync(config.key), cert: readFileSync(config.cert) } : {}),
  authOptional: !config.user,
  allowInsecureAuth: false,
  authMethods: config.authMethods ?? ["PLAIN", "LOGIN"],
  onAuth: (auth, session, callback) =>
    auth.username === config.user && auth.password === config.password ? callback(null, { user: auth.username }) : callback(new Error("wrong password")),
  onConnect: (session, callback) => { connections++; callback(); },
  onClose: () => { connections--; sayWhenKilled(); },
  onMailFrom: (address, session, callback) => callback(name(address) === "stranger" ? refusal(550, "who are you") : null),
  onRcptTo: (address, session, callback) => {
    switch (name(address)) {
      case "nobody": return callback(refusal(550, "no such person here"));
      case "busy": return callback(refusal(451, "try again later"));
      case "leaving": return callback(refusal(421, "closing"));
      default: return callback();
    }
  },
  onData: (stream, session, callback) => {
    const chunks = [];
    stream.on("data", chunk => chunks.push(chunk));
    stream.on("end", () => {
      const content = Buffer.concat(chunks);
      if (name(session.envelope.rcptTo[0]) === "unwanted") {
        return callback(refusal(554, "we do not want this"));
      }

      const id = /^Message-ID: (.*)$/im.exec(content.toString("latin1"))[1].trim();
      taken++;
      if (config.content) {
        writeFileSync(`${config.content}/${taken}.eml`, content);
      }

      if (record !== undefined) {
        writeSync(record, `${id} ${session.id} ${Date.now()}\n`);
        fsyncSync(record);
      }

      callback();
      if (order && --order.after === 0) {
        const { kill, delay } = order;
        order = undefined;
        const end = () => {
          process.kill(kill, "SIGKILL");
          killed = true;
          sayWhenKilled();
        };
        delay > 0 ? setTimeout(end, delay) : end();
      }
    });
  },
});

server.on("error", () => {}); // A killed client breaks its connection.
server.listen(config.port ?? 0, "127.0.0.1", () => console.log(`ready ${server.server.address().port}`));
createInterface({ input: process.stdin }).on("line", line => { order = JSON.parse(line); }).on("close", () => process.exit());
