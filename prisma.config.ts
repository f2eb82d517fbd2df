import { defineConfig } from "prisma/config";

// The command line insists on a schema engine that it would download. Generating the client needs
// none, so any executable will do; migrations are applied by scripts/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
