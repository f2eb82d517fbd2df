import "server-only";

import { mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden } from "@/lib/errors";
import { blankForm } from "@/lib/referrals/pages/rules";
import { currentDeclaration, declarations } from "@/lib/referrals/rules";

/** The form to fill in on paper, for whoever may send one. Made of the same questions, so that the two cannot part. */
export async function printBlankForm(ctx: Context) {
  if (!mayEver(ctx.actor, "referral:write")) throw new Forbidden("referral:write");
  await record(ctx, { type: "referral.form_printed", facts: { version: currentDeclaration } });
  return {
    pages: blankForm(),
    declaration: declarations[currentDeclaration],
    version: currentDeclaration,
  };
}
