import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";

type Action = {
  actionId: string;
  reference: string;
  text: string;
  cohesionImpact: string | null;
  proportionality: string;
};

/** 4.4, 4.6: what each action could do to trust, and why it is no more than is needed, before a group approves it. */
export const CohesionTable = ({ actions }: { actions: readonly Action[] }) => (
  <Table
    caption="Effect of each action on cohesion"
    isWide
    columns={[
      { text: "Action" },
      { text: "Effect on cohesion" },
      { text: "Why it is proportionate" },
    ]}
    keepsCaption
    empty="The plan has no actions yet."
    rows={actions.map(({ actionId, reference, text, cohesionImpact, proportionality }) => ({
      key: actionId,
      cells: [
        <Link key="link" href={`/plan/actions/${actionId}`}>
          {reference} {text}
        </Link>,
        cohesionImpact,
        proportionality,
      ],
    }))}
  />
);
