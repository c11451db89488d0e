// Reads a PDF with pdf.js, which knows nothing of Relais: the file on standard input, JSON on standard output.
import { readFileSync } from "node:fs";

console.log = () => {}; // pdf.js warns there
const { getDocumentProxy } = await import("unpdf");
const pdf = await getDocumentProxy(new Uint8Array(readFileSync(0)));
const { info, metadata } = await pdf.getMetadata();
const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  const texts = {};
  let mark = null;
  const read = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if (item.type?.startsWith("beginMarkedContent")) mark = item.id ?? "decoration";
    else if (item.type === "endMarkedContent") mark = null;
    else if (item.str?.trim()) {
      read.push([mark, item.str]);
      texts[mark] = texts[mark] ? `${texts[mark]} ${item.str}` : item.str;
    }
  }

  const walk = node => ({ Role: node.role, Text: (node.children ?? []).filter(child => child.type === "content").map(child => texts[child.id] ?? "").join(" "), Children: (node.children ?? []).filter(child => child.role).map(walk) });
  pages.push({ Tree: walk(await page.getStructTree()), Untagged: read.filter(([at]) => at === null).map(([, text]) => text), Decoration: texts.decoration ?? "" });
}

process.stdout.write(JSON.stringify({
  Title: info.Title,
  Language: info.Language,
  IsMarked: (await pdf.getMarkInfo())?.Marked ?? false,
  UniversalAccess: metadata?.get("pdfuaid:part") ?? null,
  Pages: pages,
}));
