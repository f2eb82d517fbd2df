// npm run demo: Northbridge on this machine, from a clean checkout. See scripts/demo.ts.
process.argv.splice(2, 0, "scripts/demo.ts");
await import("./start.mjs");
