import "server-only";

import { canServe } from "@/lib/db/ready";
import { demonstrationAccountsIn, unsafeInDatabase } from "@/lib/db/safety";
import { isDemonstration, unsafeSettings } from "@/lib/env";

const patience = 30;

/** Why the application must not start: a sentence each. What cannot be checked is not safe. */
export async function whyNotStart(): Promise<string[]> {
  const settings = unsafeSettings(process.env);
  if (settings.length > 0) return settings;
  for (let tries = 0; !(await canServe()); tries += 1) {
    if (tries >= patience) return ["The database does not answer, so it could not be checked."];
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  const database = await unsafeInDatabase();
  return database.length > 0 || isDemonstration() ? database : demonstrationAccountsIn();
}

/** Ends the process, saying why, unless everything is as it should be. */
export async function startSafely(): Promise<void> {
  const reasons = await whyNotStart();
  if (reasons.length === 0) return;
  console.error(`Not safe to start.\n${reasons.map((reason) => `  ${reason}`).join("\n")}`);
  process.exit(1);
}
