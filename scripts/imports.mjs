// Who may import whom. Too few modules would mean that the tool understood nothing and passed.
import { cruise } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

const fewest = 20;
const options = await extractOptions("./.dependency-cruiser.cjs");
const result = await cruise(
  ["app", "components", "lib"],
  { ...options, outputType: "err" },
  undefined,
  { tsConfig: extractTSConfig("tsconfig.json") },
);
console.log(result.output);
const count = Number(/(\d+) modules/.exec(result.output)?.[1] ?? 0);
if (count < fewest) {
  console.error(`Only ${count} modules were read; at least ${fewest} were expected.`);
  process.exit(1);
}
process.exit(result.exitCode);
