// Compiles the two government style libraries once, into one layered file, and copies the icons it names.
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { compile, Logger } from "sass";

const made = "components/styles/vendor.css";
const { css } = compile("components/styles/vendor.scss", {
  loadPaths: ["node_modules", "."],
  charset: false,
  logger: Logger.silent,
});
// A hack for browsers long gone, at which the bundler warns.
writeFileSync(made, css.replace(/\(min-width: 0[^)\w]\)/g, "(max-width: 0)"));

const from = "node_modules/@ministryofjustice/frontend/moj/assets/images";
const to = "public/assets/images";
mkdirSync(to, { recursive: true });
for (const icon of readdirSync(from).filter((name) => /^icon-.*[.]svg$/.test(name)))
  copyFileSync(`${from}/${icon}`, `${to}/${icon}`);
console.log(`Wrote ${made} and the icons in ${to}`);
