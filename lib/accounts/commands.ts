import "server-only";

import { isNobody } from "@/lib/access/actor";
import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { getAccount, getRoleToEnd, listHolders } from "./queries";
import type { EndRole, GrantRole, SetStatus } from "./schema";

/** Nobody lifts or locks out themselves: for that there is another administrator. */
function assertAnother({ actor }: Context, userId: string): void {
  if (userId === actor.userId)
    throw new RuleBroken("You cannot change your own account. Ask another administrator.");
}

async function findOrAddUser(ctx: Context, { email, name }: GrantRole): Promise<string> {
  const [known] = await ctx.tx.$queryRaw<{ id: string; status: string }[]>`
    select id, status from users where lower(email) = lower(${email}) for update`;
  if (known?.status === "disabled")
    throw new FieldsRefused({
      email: ["This account is disabled. Enable it before you give it a role"],
    });
  if (known) return known.id;
  const { id } = await ctx.tx.user.create({ data: { email, name }, select: { id: true } });
  await record(ctx, { type: "account.added", facts: { user: id } });
  return id;
}

/** Gives a role in the administrator's own area, to somebody who is here or to somebody new. */
export async function grantRole(ctx: Context, input: GrantRole): Promise<{ userId: string }> {
  authorize(ctx.actor, "people:manage", { areaId: ctx.actor.areaId });
  const organisations = await listHolders(ctx);
  if (!organisations.some(({ id }) => id === input.organisationId))
    throw new FieldsRefused({ organisationId: ["Select the organisation they work for"] });
  const userId = await findOrAddUser(ctx, input);
  assertAnother(ctx, userId);
  const hat = {
    userId,
    areaId: ctx.actor.areaId,
    organisationId: input.organisationId,
    role: input.role,
  };
  if (await ctx.tx.hat.count({ where: { ...hat, endedAt: null } }))
    throw new FieldsRefused({ role: ["They have this role for this organisation already"] });

  const { id: hatId } = await ctx.tx.hat.create({
    data: {
      ...hat,
      seat: input.seat,
      grantedById: isNobody(ctx.actor) ? null : ctx.actor.userId,
      grantedAt: ctx.now,
    },
    select: { id: true },
  });
  const { organisationId, role, seat } = input;
  await record(ctx, {
    type: "role.granted",
    facts: { user: userId, hat: hatId, organisation: organisationId, role, seat },
  });
  return { userId };
}

/** Takes a role away, from the next click on. */
export async function endRole(ctx: Context, input: EndRole): Promise<{ userId: string }> {
  const { hat } = await getRoleToEnd(ctx, input);
  assertAnother(ctx, input.userId);
  const { count } = await ctx.tx.hat.updateMany({
    where: { id: hat.id, endedAt: null },
    data: { endedAt: ctx.now },
  });
  if (count === 0) throw new RuleBroken("This role has ended already.");
  await record(ctx, {
    type: "role.ended",
    facts: { user: input.userId, hat: hat.id, role: hat.role },
  });
  return { userId: input.userId };
}

/** Closes an account to its owner, or opens it again. What was open in it ends, and does not come back. */
export async function setStatus(
  ctx: Context,
  { userId, status }: SetStatus,
): Promise<{ userId: string }> {
  const account = await getAccount(ctx, userId);
  assertAnother(ctx, userId);
  const { count } = await ctx.tx.user.updateMany({
    where: { id: account.id, status: { not: status } },
    data: { status },
  });
  if (count === 0)
    throw new RuleBroken(
      status === "disabled"
        ? "This account is disabled already."
        : "This account is active already.",
    );
  if (status === "disabled")
    await ctx.tx.session.updateMany({
      where: { userId, endedAt: null },
      data: { endedAt: ctx.now },
    });
  await record(ctx, {
    type: status === "disabled" ? "account.disabled" : "account.enabled",
    facts: { user: userId },
  });
  return { userId };
}
