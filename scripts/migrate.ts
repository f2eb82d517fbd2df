// npm run migrate: brings the database of OWNER_URL up to date. With ADMIN_URL the roles and the database are made first.
import { ensureDatabase, ensureRoles, migrate } from "./database";

const { OWNER_URL, ADMIN_URL } = process.env;
if (!OWNER_URL) {
  console.error("OWNER_URL is not set: the address of the database, as the role casebook_owner.");
  process.exit(1);
}
try {
  const { pathname, password } = new URL(OWNER_URL);
  if (ADMIN_URL) {
    await ensureRoles(ADMIN_URL, decodeURIComponent(password));
    await ensureDatabase(ADMIN_URL, pathname.slice(1));
  }
  const applied = await migrate(OWNER_URL);
  for (const name of applied) console.log(`Applied ${name}`);
  console.log(applied.length === 0 ? "Nothing to apply." : `${applied.length} applied.`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
