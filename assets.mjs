// Compiles the stylesheet and copies the few files that pages use out of node_modules. Nothing is bundled.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { compile } from "sass";

const target = "src/Relais.Web/wwwroot/lib";
const modules = "node_modules";

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });

const stylesheet = compile("src/Relais.Design/Styles/relais.scss", { style: "compressed", loadPaths: [modules] });
await writeFile(`${target}/relais.css`, stylesheet.css);
for (const script of ["relais.js", "keeping.js", "passkeys.js"]) {
  await copyFile(`src/Relais.Design/Scripts/${script}`, `${target}/${script}`);
}

const components = await readFile(`${modules}/govuk-frontend/dist/govuk/govuk-frontend.min.js`, "utf8");
await writeFile(`${target}/govuk-frontend.min.js`, components.replace(/\/\/# sourceMappingURL=.*/, ""));
await copyFile(`${modules}/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2`, `${target}/figtree.woff2`);

// What MSBuild compares with the sources: newer than all of them once everything above is there.
await writeFile(`${target}/.installed`, "");
