import "server-only";

import { authorize, can, mayEver, type Parties, type Permission } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { type Day, dayOf, financialYearOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import type { EntryKind, PostState, Source } from "@/lib/funding/labels";
import {
  addTotals,
  claimState,
  type Entry,
  noTotals,
  ofWhat,
  totalsBy,
  totalsOf,
} from "@/lib/funding/rules";
import { listCoverage } from "@/lib/plans/queries";

const lineFacts = {
  ...{ id: true, areaId: true, reference: true, name: true, source: true, yearOn: true },
  ...{ note: true, version: true, editedAt: true },
  editedByHat: { select: { user: { select: { name: true } } } },
  partnership: { select: { name: true, partnershipAreas: { select: { areaId: true } } } },
} satisfies Prisma.FundingLineSelect;
type Found = Prisma.FundingLineGetPayload<{ select: typeof lineFacts }>;

function toLine({ partnership, yearOn, editedAt, editedByHat, ...found }: Found) {
  const planAreaIds = partnership?.partnershipAreas.map(({ areaId }) => areaId) ?? [found.areaId];
  return {
    ...found,
    source: found.source as Source,
    yearDay: fromDateColumn(yearOn),
    edited: editedAt && editedByHat ? { by: editedByHat.user.name, at: editedAt } : null,
    covers: partnership?.name ?? null,
    parties: { areaId: found.areaId, planAreaIds } as Parties,
  };
}
export type Line = ReturnType<typeof toLine>;

/** One line, for somebody who may do this with it. */
export async function getLine(
  { actor, tx }: Context,
  lineId: string,
  permission: Permission = "money:read",
): Promise<Line> {
  const found = await tx.fundingLine.findUnique({ where: { id: lineId }, select: lineFacts });
  if (!found) throw new NotFound("funding line", lineId);
  const line = toLine(found);
  authorize(actor, permission, line.parties);
  return line;
}

type Sum = Omit<Entry, "pence"> & { pence: bigint };

/** What the entries that this reader may see come to, added up by the database: a row for each line, thing and kind. */
async function sumEntries({ tx }: Context, yearDay?: Day): Promise<Entry[]> {
  const sums = await tx.$queryRaw<Sum[]>`
    select e.line_id::text as "lineId", e.project_id::text as "projectId", e.post_id::text as "postId", e.kind, sum(e.pence)::bigint as pence
      from funding_entries e left join funding_lines l on l.id = e.line_id
     where ${yearDay ? toDateColumn(yearDay) : null}::date is null or l.id is null or l.year_on = ${yearDay ? toDateColumn(yearDay) : null}::date
     group by 1, 2, 3, 4`;
  return sums.map(({ pence, ...sum }) => ({ ...sum, pence: Number(pence) }));
}

/** What a project has, for those who may see its money; nothing for anybody else. */
export async function totalsOfProject(
  { actor, tx }: Context,
  { id, parties }: { id: string; parties: Parties },
) {
  if (!can(actor, "money:read", parties)) return null;
  const sums = await tx.$queryRaw<Pick<Sum, "kind" | "pence">[]>`
    select e.kind, sum(e.pence)::bigint as pence from funding_entries e where e.project_id = ${id}::uuid group by 1`;
  return totalsOf(sums.map(({ kind, pence }) => ({ kind, pence: Number(pence) })));
}

const postFacts = {
  ...{ id: true, lineId: true, title: true, state: true, fromOn: true, toOn: true },
  ...{ costPence: true, note: true, version: true },
} satisfies Prisma.FundingPostSelect;

const toPost = ({
  fromOn,
  toOn,
  costPence,
  ...post
}: Prisma.FundingPostGetPayload<{ select: typeof postFacts }>) => ({
  ...post,
  state: post.state as PostState,
  fromDay: fromDateColumn(fromOn),
  toDay: toOn && fromDateColumn(toOn),
  cost: Number(costPence),
});
export type Post = ReturnType<typeof toPost>;

const claimFacts = {
  ...{ id: true, lineId: true, title: true, dueOn: true, pence: true, madeOn: true },
  ...{ madePence: true, paidOn: true, paidPence: true, version: true },
} satisfies Prisma.FundingClaimSelect;

function toClaim(found: Prisma.FundingClaimGetPayload<{ select: typeof claimFacts }>) {
  const { dueOn, madeOn, paidOn, pence, madePence, paidPence, ...claim } = found;
  const days = {
    madeDay: madeOn && fromDateColumn(madeOn),
    paidDay: paidOn && fromDateColumn(paidOn),
  };
  return {
    ...{ ...claim, ...days, state: claimState(days), dueDay: fromDateColumn(dueOn) },
    ...{ expected: Number(pence), made: madePence === null ? null : Number(madePence) },
    paid: paidPence === null ? null : Number(paidPence),
  };
}
export type Claim = ReturnType<typeof toClaim>;

/** A year of money: line by line, and project by project and post by post, which come to the same. */
export async function viewFunding(ctx: Context, asked?: Day) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "money:read")) throw new Forbidden("money:read");
  const isOwnOnly = actor.role === "agency_lead";
  const today = dayOf(now);
  const found = await tx.fundingLine.findMany({
    select: lineFacts,
    orderBy: [{ yearOn: "desc" }, { source: "asc" }, { name: "asc" }],
    take: 300,
  });
  const all = found.map(toLine).filter(({ parties }) => can(actor, "money:read", parties));
  const years = [...new Set(all.map((line) => line.yearDay))];
  const yearDay =
    asked && years.includes(asked)
      ? asked
      : (years.find((one) => one === financialYearOf(today)) ?? years[0]);
  const lines = all.filter((line) => line.yearDay === yearDay);
  const entries = await sumEntries(ctx, isOwnOnly ? undefined : yearDay);
  const named = new Map((await listTargets(ctx)).map((one) => [one.id, one]));
  const [byLine, byTarget] = [totalsBy(entries, ({ lineId }) => lineId), totalsBy(entries, ofWhat)];
  const open = await tx.fundingClaim.findMany({
    where: { madeOn: null },
    orderBy: { dueOn: "asc" },
    take: 50,
    select: { ...claimFacts, line: { select: { name: true } } },
  });
  await record(ctx, { type: "funding.viewed", facts: { year: yearDay ?? "none" } });
  return {
    ...{ today, years, yearDay, isOwnOnly },
    lines: lines.map((line) => ({ ...line, totals: byLine.get(line.id) ?? noTotals() })),
    targets: [...byTarget].map(([id, totals]) => ({ ...(named.get(id) ?? unnamed(id)), totals })),
    grand: addTotals([...byLine.values()]),
    claims: open.map(({ line, ...claim }) => ({ ...toClaim(claim), line: line.name })),
    mayWrite: mayEver(actor, "money:write"),
  };
}

export type Target = {
  id: string;
  areaId: string | null;
  lineId: string | null;
  kind: "project" | "post" | "general";
  name: string;
  path: string | null;
};

/** Of the line itself; or of something that this reader may know no more of than what it costs. */
const unnamed = (id: string): Target => {
  const isGeneral = id === "general";
  const name = isGeneral ? "The lines in general" : "A project that is not approved yet";
  return {
    id,
    name,
    kind: isGeneral ? "general" : "project",
    areaId: null,
    lineId: null,
    path: null,
  };
};

/** What an entry may be of, by the names that this reader may know it by. */
async function listTargets({ tx }: Context): Promise<Target[]> {
  return tx.$queryRaw<Target[]>`
    select p.id::text as id, p.area_id::text as "areaId", null as "lineId", 'project' as kind, p.reference || ' ' || p.title as name, '/plan/projects/' || p.id as path from projects p
    union all
    select o.id::text, o.area_id::text, o.line_id::text, 'post', o.title, '/plan/funding/lines/' || o.line_id from funding_posts o
    order by 5 limit 600`;
}

type EntryRow = {
  id: string;
  kind: EntryKind;
  pence: bigint;
  enteredOn: Date;
  words: string;
  correctsId: string | null;
  isCorrected: boolean;
  by: string;
  line: string;
  year: Date | null;
  target: string | null;
};

/** A line with its posts, its claims, and its last entries. */
export async function viewLine(ctx: Context, lineId: string) {
  const { actor, tx, now } = ctx;
  const line = await getLine(ctx, lineId);
  const entries = await listEntries(ctx, { lineId });
  const sums = (await sumEntries(ctx, line.yearDay)).filter((sum) => sum.lineId === lineId);
  const { posts, claims } = await tx.fundingLine.findUniqueOrThrow({
    where: { id: lineId },
    select: {
      posts: { select: postFacts, orderBy: [{ fromOn: "asc" }, { title: "asc" }], take: 50 },
      claims: { select: claimFacts, orderBy: { dueOn: "asc" }, take: 50 },
    },
  });
  const actions = await tx.$queryRaw<{ id: string; name: string }[]>`
    select l.action_id::text as id, p.reference || ' ' || a.title as name
      from funding_actions l join plan_actions p on p.action_id = l.action_id join actions a on a.id = l.action_id
     where l.line_id = ${lineId}::uuid and l.ended_at is null order by p.reference limit 100`;
  await record(ctx, { type: "funding.line_viewed", facts: { lineId } });
  const byPost = totalsBy(sums, ofWhat);
  return {
    ...{ line, entries, actions, today: dayOf(now) },
    totals: addTotals([...byPost.values()]),
    posts: posts.map((post) => ({ ...toPost(post), totals: byPost.get(post.id) ?? noTotals() })),
    claims: claims.map(toClaim),
    mayWrite: can(actor, "money:write", line.parties),
  };
}

const mostEntries = 5_000;

/** The ledger that this reader may see, newest first, with who entered what. */
async function listEntries(
  { tx }: Context,
  { lineId = null, most = 200 }: { lineId?: string | null; most?: number } = {},
) {
  const rows = await tx.$queryRaw<EntryRow[]>`
    select e.id::text as id, e.kind, e.pence, e.entered_on as "enteredOn", e.words, e.corrects_id::text as "correctsId",
           exists (select from funding_entries c where c.corrects_id = e.id) as "isCorrected", u.name as by,
           coalesce(l.reference || ' ' || l.name, '') as line, l.year_on as year,
           coalesce(p.reference || ' ' || p.title, o.title, case when e.project_id is not null then 'A project that is not approved yet' end) as target
      from funding_entries e
      join hats h on h.id = e.entered_by_hat join users u on u.id = h.user_id
      left join funding_lines l on l.id = e.line_id
      left join projects p on p.id = e.project_id
      left join funding_posts o on o.id = e.post_id
     where ${lineId}::uuid is null or e.line_id = ${lineId}::uuid
     order by e.entered_at desc, e.id desc limit ${most}`;
  return rows.map(({ enteredOn, year, pence, ...entry }) => ({
    ...entry,
    pence: Number(pence),
    day: fromDateColumn(enteredOn),
    yearDay: year && fromDateColumn(year),
  }));
}

/** The ledger as a file. */
export async function exportLedger(ctx: Context) {
  if (!mayEver(ctx.actor, "money:read")) throw new Forbidden("money:read");
  const entries = await listEntries(ctx, { most: mostEntries });
  await record(ctx, { type: "funding.exported", facts: { entries: entries.length } });
  return entries;
}

/** What the form of a new line needs. */
export async function getFundingToWrite(ctx: Context) {
  if (!mayEver(ctx.actor, "money:write")) throw new Forbidden("money:write");
  const coverage = await listCoverage(ctx);
  return { ...coverage, today: dayOf(ctx.now) };
}

/** A line to enter something on, with what it has and what an entry may be of. */
export async function getLineToWrite(ctx: Context, lineId: string) {
  const line = await getLine(ctx, lineId, "money:write");
  const targets = (await listTargets(ctx)).filter(
    // A line pays for projects of its own area: what a neighbour keeps is paid for there.
    (one) => (one.kind === "project" ? one.areaId === line.areaId : one.lineId === lineId),
  );
  const sums = (await sumEntries(ctx, line.yearDay)).filter((sum) => sum.lineId === lineId);
  return {
    line,
    targets,
    totals: addTotals([...totalsBy(sums, ofWhat).values()]),
    today: dayOf(ctx.now),
  };
}

/** An entry that may be put right. */
export async function getEntry(ctx: Context, entryId: string) {
  const found = await ctx.tx.fundingEntry.findUnique({
    where: { id: entryId },
    select: {
      ...{ id: true, lineId: true, areaId: true, projectId: true, postId: true, kind: true },
      ...{ pence: true, words: true, enteredOn: true, correctsId: true },
      correctedBy: { select: { id: true } },
    },
  });
  if (!found) throw new NotFound("entry", entryId);
  const line = await getLine(ctx, found.lineId, "money:write");
  const { correctedBy, pence, enteredOn, ...entry } = found;
  return {
    ...{ ...entry, line, kind: entry.kind as EntryKind, pence: Number(pence) },
    ...{ day: fromDateColumn(enteredOn), isCorrected: correctedBy !== null },
  };
}

export async function getPost(ctx: Context, postId: string) {
  const found = await ctx.tx.fundingPost.findUnique({ where: { id: postId }, select: postFacts });
  if (!found) throw new NotFound("post", postId);
  const line = await getLine(ctx, found.lineId, "money:write");
  return { ...toPost(found), line };
}

export async function getClaim(ctx: Context, claimId: string) {
  const found = await ctx.tx.fundingClaim.findUnique({
    where: { id: claimId },
    select: claimFacts,
  });
  if (!found) throw new NotFound("claim", claimId);
  const line = await getLine(ctx, found.lineId, "money:write");
  return { ...toClaim(found), line };
}
