import { addDays, dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Rag } from "@/lib/plans/labels";
import { preventStandings, quarterWords } from "@/lib/plans/parts/rules";
import { countsAsPrevent } from "@/lib/plans/rules";
import { type FrozenAction, frozenCounts } from "@/lib/plans/snapshots/rules";
import { type Part, type Section, templateSections } from "@/lib/reports/labels";
import { quarterSections } from "@/lib/reports/quarter/rules";
import {
  type Figures,
  type FrozenReport,
  insertFigures,
  publicPartOf,
  slugOf,
} from "@/lib/reports/rules";
import { boards } from "./governance";
import { at, column, nextReference, played, type World } from "./world";

type Tx = Prisma.TransactionClient;

/** What a person writes beside what the plan tells by itself. What is not here says "None". */
const quarterTexts: Partial<Record<Section, string>> = {
  recommendation:
    "The group is asked to:\n\n1. note how the plan stands\n2. agree the recovery plans of the red actions\n3. ask owners of actions without an update to say how they stand within two weeks",
  reasons:
    "Red actions are brought to the group with a recovery plan, as its terms of reference ask.",
  financial:
    "The grant for two projects is spent as planned. One provider has asked for a change of price, which is being negotiated.",
  legal:
    "The council has due regard to the need to prevent people from being drawn into terrorism.",
  equalities:
    "Every session is open to all. Figures by group are shown where 20 people or more are counted.",
  risk_and_safeguarding:
    "The risk register was reviewed in the quarter, and no new risk was added.",
  corporate: "Safer and stronger neighbourhoods.",
  risk_assessment: "Category: low to medium. The main risk is that posts stay empty.",
  equality_assessment: "Complete, and signed off with the plan.",
  wards: "All wards.",
  background: "The partnership plan; the risk register.",
};

const boardTexts: Partial<Record<Section, string>> = {
  summary:
    "The partnership asks the board to agree how next year’s plan is prepared, and what it costs.",
  recommendation:
    "That the board **agrees** the timetable, and that ward councillors are consulted.",
  reasons: "The present plan ends in March, and owners need two months to agree their actions.",
  supporting:
    "The plan has {{plan.total}} Prevent actions, of which {{plan.blue}} are done and {{plan.red}} are red. The national threat level is {{threat.level}}.",
  options: "To extend the present plan by a year. It would leave out what the new guidance asks.",
  financial:
    "The cost is met from the co-ordinator’s base budget. Prices of two bidders are compared.",
  legal: "The duty is in section 26 of the Counter-Terrorism and Security Act 2015.",
  consultation: "Ward councillors have a seminar in January, and comments go into the draft.",
  wards: "All wards.",
};

/** One quarter's report that was issued, and one report on its way through approval. */
export async function makeReports(tx: Tx, world: World): Promise<void> {
  const { rows, today } = world;
  const quarters = rows.planSnapshot
    .filter(({ kind, areaId }) => kind === "quarter" && areaId === world.areaId)
    .sort((one, other) => Number(one.takenAt) - Number(other.takenAt));
  const last = quarters.at(-1);
  const plan = rows.plan.find(({ id }) => id === last?.planId);
  const kept = quarters.filter(({ planId }) => planId === last?.planId);
  if (!plan?.id || !last?.id) return;
  const actions = frozenIn(world, last.id);
  const before = kept.at(-2);
  const name = quarterWords(fromDateColumn(last.quarterOn as Date));
  const told = quarterSections({
    ...{ name, actions, hasThreat: true, hasCasework: false },
    before: before?.id
      ? {
          name: quarterWords(fromDateColumn(before.quarterOn as Date)),
          actions: frozenIn(world, before.id),
        }
      : null,
  });
  const of = { planId: plan.id, figures: figuresOf(world, actions) };
  await makeOne(tx, world, {
    ...{ ...of, template: "quarter", title: `Prevent in ${name}`, board: boards.steering },
    ...{ texts: { ...told, ...quarterTexts }, isPublished: true, snapshotId: last.id },
    sentDay: addDays(fromDateColumn(last.takenOn as Date), 6),
  });
  await makeOne(tx, world, {
    ...{
      ...of,
      template: "board",
      title: "Preparing next year’s Prevent plan",
      board: boards.gold,
    },
    ...{ texts: boardTexts, isPublished: false, snapshotId: null, sentDay: addDays(today, -3) },
  });
}

type Wanted = {
  template: "quarter" | "board";
  title: string;
  board: string;
  texts: Partial<Record<Section, string>>;
  figures: Figures;
  planId: string;
  snapshotId: string | null;
  sentDay: string;
  isPublished: boolean;
};

async function makeOne(tx: Tx, world: World, wanted: Wanted): Promise<void> {
  const { areaId, today } = world;
  const { hatId } = played(world, "prevent");
  const { template, title, board, texts, figures, planId, snapshotId } = wanted;
  const sentDay = wanted.sentDay < today ? wanted.sentDay : addDays(today, -1);
  const sentAt = at(sentDay, 11);
  const edited = { editedByHatId: hatId, editedAt: sentAt };
  const reference = nextReference(world, "RPT", sentDay);
  const about = {
    ...{ reference, template, title, board, author: "Head of community safety" },
    ...{ purpose: "decision" as const, contact: "Prevent co-ordinator, Northbridge City Council" },
  };
  const body = await tx.governanceBody.findFirst({
    where: { areaId, name: board },
    select: {
      id: true,
      meetings: {
        where: { status: "planned" },
        select: { startsAt: true },
        orderBy: { startsAt: "asc" },
        take: 1,
      },
    },
  });
  const next = body?.meetings[0]?.startsAt;
  const meetsDay = next ? dayOf(next) : addDays(sentDay, 21);
  const { id: reportId } = await tx.boardReport.create({
    data: {
      ...{
        ...about,
        areaId,
        bodyId: body?.id ?? null,
        planId,
        snapshotId,
        meetsOn: column(meetsDay),
      },
      ...{ addedByHatId: hatId, addedAt: sentAt, ...edited },
    },
    select: { id: true },
  });
  const of = { reportId, areaId };
  const codes = templateSections[template];
  const bodyOf = (code: Section) => texts[code] ?? "";
  const paragraphOf = (code: Section) => (code === "financial" ? 3 : null);
  await tx.reportSection.createMany({
    data: codes.map((code, position) => ({
      ...{ ...of, code, position, body: bodyOf(code), isNone: bodyOf(code) === "" },
      ...{ exemptParagraph: paragraphOf(code), ...edited },
    })),
  });
  const officers = [
    ["legal", "Head of legal services", null],
    ["finance", "Head of finance", null],
    ["service_director", "Director of communities", played(world, "steering").hatId],
  ] as const;
  const approvers = await tx.reportApprover.createManyAndReturn({
    data: officers.map(([role, post, approver]) => ({
      ...{ ...of, role, post, hatId: approver, namedByHatId: hatId, namedAt: sentAt },
    })),
    select: { id: true, role: true, post: true },
  });
  const frozen: FrozenReport = {
    ...{ ...about, covers: "Northbridge", number: 1, frozenDay: sentDay, publishedDay: null },
    ...{ meetsDay, approvals: [], leftOut: [] },
    sections: codes.map((code) => ({
      ...{ code, isNone: bodyOf(code) === "", exemptParagraph: paragraphOf(code) },
      body: insertFigures(bodyOf(code), figures),
    })),
  };
  const keep = (content: FrozenReport) =>
    tx.reportVersion.createMany({
      data: (["full", "public"] satisfies Part[]).map((part) => ({
        ...{ ...of, number: content.number, part, madeByHatId: hatId, madeAt: sentAt },
        content: (part === "full"
          ? content
          : publicPartOf(content)) as unknown as Prisma.InputJsonValue,
      })),
    });
  await keep(frozen);
  await tx.boardReport.update({
    where: { id: reportId },
    data: { status: "in_approval", latestVersion: 1 },
  });
  const givenDay = sentDay;
  const namesOf: Record<string, string> = {
    ...{ legal: "Isla Fenwick", finance: "Tomas Hale", service_director: "Asha Morley" },
  };
  const given = wanted.isPublished ? approvers : approvers.slice(0, 1);
  await tx.reportApproval.createMany({
    data: given.map(({ id: approverId, role }) => ({
      ...{ ...of, approverId, versionNumber: 1, name: namesOf[role] ?? "", recordedByHatId: hatId },
      ...{ givenOn: column(givenDay), recordedAt: sentAt },
    })),
  });
  if (!wanted.isPublished) return;
  await keep({
    ...{ ...frozen, number: 2, publishedDay: sentDay },
    approvals: given.map(({ role, post }) => ({
      ...{ role: role as "legal", post, name: namesOf[role] ?? "", day: givenDay, note: null },
    })),
  });
  await tx.boardReport.update({
    where: { id: reportId },
    data: {
      ...{
        status: "published",
        latestVersion: 2,
        isPublic: true,
        slug: slugOf({ id: reportId, title, reference }),
      },
      ...{ publishedOn: column(sentDay), publishedByHatId: hatId },
    },
  });
}

const frozenIn = ({ rows }: World, snapshotId: string): FrozenAction[] =>
  rows.planSnapshotAction
    .filter((one) => one.snapshotId === snapshotId)
    .map(({ startOn, dueOn, firstDueOn, ...one }) => ({
      ...(one as unknown as FrozenAction),
      startDay: fromDateColumn(startOn as Date),
      dueDay: fromDateColumn(dueOn as Date),
      firstDueDay: fromDateColumn(firstDueOn as Date),
    }));

function figuresOf({ rows }: World, actions: FrozenAction[]): Figures {
  const prevent = actions.filter(countsAsPrevent);
  const counts = frozenCounts(actions);
  const standings = preventStandings(
    actions.flatMap(({ workstream, measures }) =>
      measures.map(({ standing }) => ({ workstream, standing })),
    ),
  );
  const agreed = rows.risk.filter(({ status }) => (status ?? "agreed") === "agreed");
  const risks = agreed.filter(({ finding }) => finding === "risk");
  const high = risks.filter(
    ({ residualLikelihood, residualImpact }) =>
      (residualLikelihood ?? 0) * (residualImpact ?? 0) > 9,
  );
  const colours = Object.entries(counts) as [Rag, number][];
  return {
    ...Object.fromEntries(colours.map(([rag, count]) => [`plan.${rag}`, `${count}`])),
    "plan.total": `${prevent.length}`,
    "plan.stale": `${prevent.filter(({ isStale }) => isStale).length}`,
    "measures.met": `${standings.met}`,
    "measures.not_met": `${standings.not_met}`,
    "measures.no_figure": `${standings.no_figure}`,
    "risks.open": `${risks.length}`,
    "risks.high": `${high.length}`,
    "risks.no_evidence": `${agreed.length - risks.length}`,
    "threat.level": "Substantial",
  };
}

type Asked = {
  title: string;
  askedBy: string;
  about: string;
  region: string | null;
  questions: readonly string[];
  closes: number;
  isSubmitted: boolean;
};

const asked: readonly Asked[] = [
  {
    ...{ title: "Draft guidance on the Prevent duty", askedBy: "The Home Office", closes: -120 },
    about:
      "The guidance that specified authorities have regard to. The draft is on the public site.",
    region: "The regional network of councils",
    questions: [
      "Does the guidance say clearly what is asked of your authority?",
      "What would help frontline staff most?",
    ],
    isSubmitted: true,
  },
  {
    ...{ title: "Training of those who work with the public", closes: 34, region: null },
    askedBy: "The Department for Education",
    about: "What training is offered, how often, and how it is recorded.",
    questions: [
      "How do you know that training has changed what people do?",
      "Which groups are hardest to reach?",
    ],
    isSubmitted: false,
  },
];

/** One response that was submitted, and one that is being written (2.1). */
export async function answerGovernment(tx: Tx, world: World): Promise<void> {
  const { areaId, today, now } = world;
  const { hatId } = played(world, "prevent");
  const lead = played(world, "agency").hatId;
  for (const one of asked) {
    const closesDay = addDays(today, one.closes);
    const addedDay = addDays(closesDay, -60) < today ? addDays(closesDay, -60) : dayOf(now);
    const addedAt = at(addedDay, 10);
    const edited = { editedByHatId: hatId, editedAt: addedAt };
    const reference = nextReference(world, "CON", addedDay);
    const { id: consultationId } = await tx.consultation.create({
      data: {
        ...{ areaId, reference, title: one.title, askedBy: one.askedBy, about: one.about },
        ...{ closesOn: column(closesDay), contributeBy: column(addDays(closesDay, -14)) },
        ...{ regionalBody: one.region, addedByHatId: hatId, addedAt, ...edited },
      },
      select: { id: true },
    });
    const of = { consultationId, areaId };
    const answers = [
      ["own", "It does, but for smaller settings, which need one page of their own."],
      ["support_whole", ""],
    ] as const;
    const questions = await tx.consultationQuestion.createManyAndReturn({
      data: one.questions.map((text, index) => ({
        ...{ ...of, number: index + 1, text, ...edited },
        ...(one.isSubmitted && { stance: answers[index]?.[0], draft: answers[index]?.[1] ?? "" }),
      })),
      select: { id: true },
    });
    await tx.consultationContributor.create({
      data: { ...of, hatId: lead, askedByHatId: hatId, askedAt: addedAt },
    });
    if (!one.isSubmitted) continue;
    await tx.consultationAnswer.create({
      data: {
        ...{ ...of, questionId: questions[0]?.id ?? "", hatId: lead, saidAt: at(addedDay, 15) },
        body: "Our clinics ask for one page that says whom to ring, and what happens then.",
      },
    });
    const signedDay = addDays(closesDay, -5);
    const signed = { signedBy: "Cabinet member for communities", signedOn: column(signedDay) };
    const submittedDay = addDays(closesDay, -3);
    await tx.consultation.update({
      where: { id: consultationId },
      data: {
        ...{ ...signed, status: "submitted", submittedOn: column(submittedDay) },
        ...{ submittedByHatId: hatId, submittedAt: at(submittedDay, 12), receipt: "ANON-7K2Q" },
        submitted: {
          ...{ reference, title: one.title, askedBy: one.askedBy, area: "Northbridge", closesDay },
          ...{ regionalBody: one.region, signedBy: signed.signedBy, signedDay, submittedDay },
          receipt: "ANON-7K2Q",
          answers: one.questions.map((text, index) => ({
            ...{ number: index + 1, text },
            ...{ stance: answers[index]?.[0] ?? null, draft: answers[index]?.[1] ?? "" },
          })),
        },
      },
    });
  }
}
