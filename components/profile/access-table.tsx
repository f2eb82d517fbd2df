import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";

type Entry = { id: string; organisation: string; post: string; reason: string; addedAt: Date };

/** CT-03: the posts that may read the profile. Whoever holds them is not named here (CT-04). */
export function AccessTable({ access }: { access: readonly Entry[] }) {
  return (
    <Table
      caption="Posts that may read the profile"
      columns={[{ text: "Post" }, { text: "Organisation" }, { text: "Why" }, { text: "Since" }]}
      rows={access.map(({ id, organisation, post, reason, addedAt }) => ({
        key: id,
        cells: [post, organisation, reason, <Time key="since" at={addedAt} short />],
      }))}
      empty="No post is on the access list."
    />
  );
}
