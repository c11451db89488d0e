// Writes the land of France, overseas included, as one compressed file that the assembly embeds.
// Usage: node coast.mjs FILE. The source is Natural Earth at 1:10 000 000, in TopoJSON: arcs of differences on a grid.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const require = createRequire(import.meta.url);
const atlas = require("world-atlas/countries-10m.json");

/** ISO 3166 numbers: France with its departments, then the collectivities that have a number of their own. */
const french = ["250", "258", "540", "652", "663", "666", "876"];

/** Ten-thousandths of a degree: finer than the grid of the source. */
const unitsPerDegree = 10_000;

const { scale, translate } = atlas.transform;
const toUnits = (value, axis) => Math.round((value * scale[axis] + translate[axis]) * unitsPerDegree);

function pointsOf(arc) {
  let [x, y] = [0, 0];
  const points = atlas.arcs[arc < 0 ? ~arc : arc].map(([dx, dy]) => [toUnits((x += dx), 0), toUnits((y += dy), 1)]);
  return arc < 0 ? points.reverse() : points;
}

const ringOf = (arcs) => arcs.flatMap((arc, rank) => (rank === 0 ? pointsOf(arc) : pointsOf(arc).slice(1)));

/** First point, then differences: small numbers, which compress well. */
const differences = (ring) => ring.flatMap(([x, y], rank) => (rank === 0 ? [x, y] : [x - ring[rank - 1][0], y - ring[rank - 1][1]]));

const polygons = atlas.objects.countries.geometries
  .filter(({ id }) => french.includes(id))
  .flatMap(({ type, arcs }) => (type === "Polygon" ? [arcs] : arcs))
  .map((rings) => rings.map(ringOf).map(differences));

writeFileSync(process.argv[2], gzipSync(JSON.stringify({ unitsPerDegree, polygons }), { level: 9 }));
