// Lays many cases over a Northbridge that is there: SEED_URL says where, and --cases how many.
import { parseArgs } from "node:util";

import { fill } from "@/prisma/seed/large";

const { values } = parseArgs({ options: { cases: { type: "string", default: "10000" } } });
const { few, half } = await fill(process.env.SEED_URL ?? "", Number(values.cases));
console.log(JSON.stringify({ few, half }, null, 2));
