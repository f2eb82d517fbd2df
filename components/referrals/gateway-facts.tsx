import { DueDay } from "@/components/cases/due-day";
import { Link } from "@/components/ui/link";
import { SummaryCard, SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import {
  type ClosureCode,
  closureCodes,
  type DeconflictionOutcome,
  deconflictionOutcomes,
} from "@/lib/cases/labels";
import { type ClockKind, clockKinds } from "@/lib/clocks/labels";
import type { Day } from "@/lib/dates";
import { clockOutcomeLabels, recipientLabels } from "@/lib/referrals/gateway/labels";
import {
  type Channel,
  channelLabels,
  type Evidence,
  evidenceLabels,
  type GatewayOutcome,
  gatewayOutcomeLabels,
  type Priority,
  priorityLabels,
  type ReferralStatus,
  type Sector,
  sectorLabels,
  statusLabels,
} from "@/lib/referrals/labels";
import {
  type SignpostAnswer,
  type SignpostTarget,
  signpostAnswerLabels,
  signpostTargets,
} from "@/lib/signposts/labels";

type Named = { user: { name: string } };
type Screening = {
  outcome: string;
  evidence: string | null;
  closureCode: string | null;
  reasons: string | null;
  signpost: string | null;
  signpostAnswer: string | null;
  secondLook: string | null;
  decidedAt: Date;
  decidedByHat: Named;
};

type View = {
  reference: string;
  today: Day;
  age: number | null;
  status: ReferralStatus;
  sector: Sector;
  channel: Channel;
  passedFrom: { area: string; firstReceivedOn: Day; reason: string } | null;
  priority: Priority | null;
  receivedOn: Day;
  dueOn: Day | null;
  organisation: { name: string };
  author: { name: string };
  person: { dateOfBirth: Day | null };
  case: { reference: string } | null;
  checks: readonly { id: string; outcome: DeconflictionOutcome; recordedAt: Date }[];
  clocks: readonly {
    kind: ClockKind;
    dueDay: Day;
    stoppedDay: Day | null;
    outcome: string | null;
  }[];
  deliveries: readonly {
    recipient: string;
    deliveredAt: Date;
    acknowledgedAt: Date | null;
    organisation: { name: string };
  }[];
  screenings: readonly Screening[];
};

const word = (labels: Readonly<Record<string, string>>, code: string | null) =>
  code ? labels[code] : undefined;

/** What the gateway keeps in view while it reads. */
export function Facts({ view }: { view: View }) {
  const { reference, today, status, dueOn, checks, person } = view;
  const isWaiting = status === "submitted" || status === "gateway";
  const [latest] = checks;
  const rows: SummaryRow[] = [
    { key: "How far it is", value: statusLabels[status] },
    {
      key: channelLabels[view.channel],
      value: `${view.author.name}, ${view.organisation.name} (${sectorLabels[view.sector]})`,
    },
    { key: "Received", value: <Time day={view.receivedOn} today={today} /> },
    ...(view.passedFrom
      ? [
          {
            key: `First received in ${view.passedFrom.area}`,
            value: <Time day={view.passedFrom.firstReceivedOn} today={today} />,
          },
          { key: "Why it was sent here", value: view.passedFrom.reason },
        ]
      : []),
    {
      key: "Priority",
      value: view.priority ? priorityLabels[view.priority] : "Not set",
      ...(isWaiting && {
        actions: [{ href: `/referrals/${reference}/priority`, text: "Change", hidden: "priority" }],
      }),
    },
    ...(isWaiting && dueOn
      ? [{ key: "Screen by", value: <DueDay day={dueOn} today={today} /> }]
      : []),
    { key: "Age", value: view.age },
    { key: "Date of birth", value: person.dateOfBirth && <Time day={person.dateOfBirth} /> },
    {
      key: "Deconfliction",
      value: latest ? deconflictionOutcomes[latest.outcome] : "Not checked yet",
    },
    ...(view.case
      ? [
          {
            key: "Case",
            value: <Link href={`/cases/${view.case.reference}`}>{view.case.reference}</Link>,
          },
        ]
      : []),
  ];
  return <SummaryList rows={rows} />;
}

/** What has been done with it, by whom and when. */
export function Progress({ view }: { view: View }) {
  return (
    <>
      {view.screenings.map((screening) => (
        <Decision key={screening.decidedAt.toISOString()} {...screening} />
      ))}
      <Table
        caption="Deconfliction checks"
        columns={[{ text: "Answer" }, { text: "Recorded" }]}
        rows={view.checks.map(({ id, outcome, recordedAt }) => ({
          key: id,
          cells: [deconflictionOutcomes[outcome], <Time key="at" at={recordedAt} short />],
        }))}
        empty="No deconfliction check has been recorded."
      />
      <Table
        caption="Delivery"
        columns={[{ text: "Sent to" }, { text: "Delivered" }, { text: "Opened" }]}
        rows={view.deliveries.map(({ recipient, organisation, deliveredAt, acknowledgedAt }) => ({
          key: recipient,
          cells: [
            `${word(recipientLabels, recipient)}: ${organisation.name}`,
            <Time key="sent" at={deliveredAt} short />,
            acknowledgedAt ? <Time key="opened" at={acknowledgedAt} short /> : "Not yet",
          ],
        }))}
        empty="This referral has not been delivered to the police and the council."
      />
      <Table
        caption="Time limits"
        columns={[{ text: "What" }, { text: "By" }, { text: "Done" }]}
        rows={view.clocks.map(({ kind, dueDay, stoppedDay, outcome }) => ({
          key: kind,
          cells: [
            clockKinds[kind],
            stoppedDay ? (
              <Time key="due" day={dueDay} short />
            ) : (
              <DueDay key="due" day={dueDay} today={view.today} />
            ),
            stoppedDay ? (
              <span key="done">
                <Time day={stoppedDay} short /> ({word(clockOutcomeLabels, outcome)})
              </span>
            ) : (
              "Not yet"
            ),
          ],
        }))}
        empty="No time limit has been started."
      />
    </>
  );
}

function Decision(screening: Screening) {
  const { decidedByHat, decidedAt, reasons, secondLook, signpost } = screening;
  const closure = screening.closureCode as ClosureCode | null;
  const rows: SummaryRow[] = [
    { key: "Decision", value: gatewayOutcomeLabels[screening.outcome as GatewayOutcome] },
    { key: "Decided by", value: decidedByHat.user.name },
    { key: "When", value: <Time at={decidedAt} /> },
    ...(screening.evidence
      ? [{ key: "Evidence", value: evidenceLabels[screening.evidence as Evidence] }]
      : []),
    ...(closure ? [{ key: "Why closed", value: closureCodes[closure] }] : []),
    ...(reasons ? [{ key: "Reasons", value: <Paragraphs text={reasons} /> }] : []),
    ...(signpost
      ? [
          {
            key: "Other help",
            value: `${signpostTargets[signpost as SignpostTarget]}: ${
              signpostAnswerLabels[screening.signpostAnswer as SignpostAnswer]
            }`,
          },
        ]
      : []),
    ...(secondLook ? [{ key: "Second look", value: <Paragraphs text={secondLook} /> }] : []),
  ];
  return <SummaryCard title="The gateway’s decision" rows={rows} />;
}
