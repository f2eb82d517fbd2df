import "server-only";

import type { Role } from "@/lib/access/labels";
import { authorize } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { Seat } from "@/lib/panels/labels";
import type { AccountStatus } from "./labels";

export const peopleOnAPage = 25;

const authorizeKeeping = ({ actor }: Context) =>
  authorize(actor, "people:manage", { areaId: actor.areaId });

const hatSelect = {
  id: true,
  role: true,
  seat: true,
  grantedAt: true,
  endedAt: true,
  organisation: { select: { name: true } },
} as const;

/** Everybody who has, or had, a role in this area, with the roles they have now. */
export async function listAccounts(ctx: Context, { page }: { page: number }) {
  authorizeKeeping(ctx);
  const where = { hats: { some: { areaId: ctx.actor.areaId } } };
  const total = await ctx.tx.user.count({ where });
  const users = await ctx.tx.user.findMany({
    where,
    select: {
      id: true,
      name: true,
      email: true,
      status: true,
      hats: { where: { areaId: ctx.actor.areaId, endedAt: null }, select: hatSelect },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: (page - 1) * peopleOnAPage,
    take: peopleOnAPage,
  });
  return { total, people: users.map(toAccount) };
}

/** One of them, with the roles that have ended too. */
export async function getAccount(ctx: Context, userId: string) {
  authorizeKeeping(ctx);
  const user = await ctx.tx.user.findFirst({
    where: { id: userId, hats: { some: { areaId: ctx.actor.areaId } } },
    select: {
      id: true,
      name: true,
      email: true,
      status: true,
      hats: {
        where: { areaId: ctx.actor.areaId },
        select: hatSelect,
        orderBy: { grantedAt: "desc" },
      },
    },
  });
  if (!user) throw new NotFound("person", userId);
  return { ...toAccount(user), isSelf: user.id === ctx.actor.userId };
}

/** One role that somebody has now. */
export async function getRoleToEnd(
  ctx: Context,
  { userId, hatId }: Record<"userId" | "hatId", string>,
) {
  const account = await getAccount(ctx, userId);
  const hat = account.hats.find(({ id, endedAt }) => id === hatId && !endedAt);
  if (!hat) throw new NotFound("role", hatId);
  return { account, hat };
}

/** The organisations of this area: who a role can be held for. */
export async function listHolders(ctx: Context) {
  authorizeKeeping(ctx);
  return listOrganisations(ctx, [ctx.actor.areaId]);
}

type HatRow = {
  id: string;
  role: string;
  seat: string | null;
  grantedAt: Date;
  endedAt: Date | null;
  organisation: { name: string };
};
type Row = { id: string; name: string; email: string; status: string; hats: HatRow[] };

const toAccount = ({ status, hats, ...user }: Row) => ({
  ...user,
  status: status as AccountStatus,
  hats: hats.map(({ role, seat, organisation, ...hat }) => ({
    ...hat,
    role: role as Role,
    seat: seat as Seat | null,
    organisationName: organisation.name,
  })),
});
