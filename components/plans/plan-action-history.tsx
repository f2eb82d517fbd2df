import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import type { Rag } from "@/lib/plans/labels";
import { type Extension, extensionItem } from "./extension-history";
import { RagTag } from "./rag-tag";

type Hat = { user: { name: string }; organisation: { name: string } };

type Props = {
  history: {
    updates: {
      id: string;
      rag: string;
      reason: string | null;
      recoveryPlan: string | null;
      evidence: string | null;
      percent: number;
      note: string;
      isAutomatic: boolean;
      updatedAt: Date;
      updatedByHat: Hat | null;
    }[];
    extensions: Extension[];
    escalations: { id: string; raisedAt: Date; endedAt: Date | null; reason: string }[];
    plan: { steeringGroup: string };
  };
};

type Dated = TimelineItem & { at: Date };

const byline = (hat: Hat | null) =>
  hat ? `${hat.user.name}, ${hat.organisation.name}` : "the service";

/** Updates, extensions and escalations as one story, newest first. */
export function PlanActionHistory({ history }: Props) {
  const items = [
    ...updatesOf(history),
    ...history.extensions.map(extensionItem),
    ...escalationsOf(history),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  if (items.length === 0) return <p className="govuk-body">Nobody has updated this action yet.</p>;
  return <Timeline headingLevel={3} items={items} />;
}

const updatesOf = ({ updates }: Props["history"]): Dated[] =>
  updates.map((update) => ({
    key: update.id,
    at: update.updatedAt,
    title: (
      <>
        <RagTag rag={update.rag as Rag} isStale={update.isAutomatic} /> {update.percent}% done
      </>
    ),
    byline: byline(update.updatedByHat),
    time: <Time at={update.updatedAt} />,
    children: [update.reason, update.recoveryPlan, update.evidence, update.note]
      .filter((text, index, all) => text && all.indexOf(text) === index)
      .map((text) => <Paragraphs key={text} text={text} />),
  }));

const escalationsOf = ({ escalations, plan }: Props["history"]): Dated[] =>
  escalations.flatMap(({ id, raisedAt, endedAt, reason }) => [
    {
      key: `${id}-raised`,
      at: raisedAt,
      title: `Escalated to ${plan.steeringGroup}`,
      time: <Time at={raisedAt} />,
      children: <Paragraphs text={reason} />,
    },
    ...(endedAt
      ? [
          {
            key: `${id}-ended`,
            at: endedAt,
            title: "Escalation ended: the action is no longer red",
            time: <Time at={endedAt} />,
          },
        ]
      : []),
  ]);
