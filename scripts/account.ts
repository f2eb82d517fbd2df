// npm run account: gives somebody a role and a password, for the first administrator and for whoever is locked out.
//   npm run account -- --email ada@council.example --name "Ada Example" --organisation "Example Council" --area Example
//   --role coordinator   another role than administrator     --seat health        the seat of a panel member
//   --kind police        what the organisation is            --forget-factor      they lost their app and their codes
// DATABASE_URL and the other settings are the application's own. OWNER_URL lets it add an area or organisation that is not there.
import { parseArgs } from "node:util";
import { z } from "zod";

import { theSystem } from "@/lib/access/actor";
import { grantRole } from "@/lib/accounts/commands";
import { forgetFactor, setPassword } from "@/lib/accounts/password/commands";
import { grantRoleSchema } from "@/lib/accounts/schema";
import { newCode } from "@/lib/crypto/vault";
import { pool } from "@/lib/db/pool";
import { withActor } from "@/lib/db/with-actor";
import { env } from "@/lib/env";
import { FieldsRefused } from "@/lib/errors";
import { hashPassword } from "@/lib/sessions/commands";
import { ensurePlace, findPlace } from "./place";

const { values: wish } = parseArgs({
  options: {
    email: { type: "string" },
    name: { type: "string" },
    organisation: { type: "string" },
    area: { type: "string" },
    role: { type: "string", default: "administrator" },
    seat: { type: "string" },
    kind: { type: "string", default: "council" },
    "forget-factor": { type: "boolean" },
  },
});

function stop(...sentences: string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}

const { email, name, organisation, area } = wish;
if (!email || !name || !organisation || !area)
  stop("Say who: --email, --name, --organisation and --area.");
env();

const owner = process.env.OWNER_URL;
const place = owner
  ? await ensurePlace(owner, { area, organisation, kind: wish.kind })
  : await findPlace(process.env.DATABASE_URL ?? "", { area, organisation });
if (!place)
  stop(`There is no ${organisation} in ${area}. Set OWNER_URL to the owner's address to add it.`);

const { areaId, organisationId } = place;
const asked = grantRoleSchema.safeParse({
  email,
  name,
  organisationId,
  role: wish.role,
  seat: wish.seat,
  isChecked: "yes",
});
if (!asked.success) stop(...asked.error.issues.map(({ message }) => message));

const system = theSystem(areaId);
const administrator = { ...system, role: "administrator" as const, organisationId };
const findUser = (address: string) =>
  withActor(system, ({ tx }) =>
    tx.user.findFirst({
      where: { email: { equals: address, mode: "insensitive" } },
      select: { id: true },
    }),
  );

await withActor(administrator, (ctx) => grantRole(ctx, asked.data)).catch((error) => {
  const hasRole = error instanceof FieldsRefused && "role" in error.errors;
  if (!hasRole) stop(error instanceof Error ? error.message : String(error));
});
const user = await findUser(email);
if (!user) stop("The account could not be found again.");
const userId = z.uuid().parse(user.id);
const password = newCode();
const passwordHash = await hashPassword(password);
await withActor(system, async (ctx) => {
  await setPassword(ctx, { userId, passwordHash });
  if (wish["forget-factor"]) await forgetFactor(ctx, { userId });
});
await pool.end();

console.log(
  `${email} may sign in at ${env().APP_ORIGIN}/sign-in with this password, shown this once:`,
);
console.log(`\n  ${password}\n`);
console.log("At the first sign-in they set up the app that shows their second factor.");
