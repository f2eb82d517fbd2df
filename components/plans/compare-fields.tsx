import { Button } from "@/components/form/button";
import { SelectField } from "@/components/form/select-field";
import type { SnapshotKind } from "@/lib/plans/snapshots/labels";
import { snapshotName } from "./snapshot-name";

type Snapshot = { id: string; kind: SnapshotKind; quarterDay: string; takenDay: string };
type Props = { planId: string; snapshots: Snapshot[]; from?: string; to?: string };

/** Any two states of the plan, or one and today. */
export function CompareFields({ planId, snapshots, from, to }: Props) {
  const states = snapshots.map((one) => ({ value: one.id, label: snapshotName(one) }));
  return (
    <form className="app-form app-no-print" method="get" action="/plan/snapshots/compare">
      <h2 className="govuk-heading-m">Compare two states</h2>
      <input type="hidden" name="plan" value={planId} />
      <SelectField name="from" label="From" prompt={null} options={states} defaultValue={from} />
      <SelectField
        name="to"
        label="To"
        prompt={null}
        options={[{ value: "now", label: "The plan as it stands now" }, ...states]}
        defaultValue={to}
      />
      <Button variant="secondary">Compare</Button>
    </form>
  );
}
