// Reads {"name": "html", …} on standard input, writes the list of faults as JSON on standard output.
import { text } from "node:stream/consumers";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    "long-title": "off", // a page is named by what it is, however long
    "no-trailing-whitespace": "off", // Razor leaves some; nobody reads it
    "void-style": "off", // the framework writes both styles
    "attribute-boolean-style": "off",
    "prefer-native-element": ["error", { exclude: ["region", "alert"] }],
    "tel-non-breaking": "off", // numbers are typed by who runs the installation
  },
}));

const faults = [];
for (const [name, html] of Object.entries(JSON.parse(await text(process.stdin)))) {
  const report = await validator.validateString(html, `${name}.html`);
  for (const { messages } of report.results) {
    faults.push(...messages.map(({ ruleId, message, line }) => `${name}: html-validate ${ruleId}, line ${line}: ${message}`));
  }
}

process.stdout.write(JSON.stringify(faults));
