import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";

type Draft = { id: string; name: string | null; createdAt: Date; savedAt: Date | null };

/** What somebody has begun to write, by the name they typed. Nothing at all when there is none. */
export function Drafts({ drafts }: { drafts: Draft[] }) {
  if (drafts.length === 0) return null;
  return (
    <Table
      caption="Not sent yet"
      columns={[{ text: "About" }, { text: "Started" }, { text: "Last saved" }]}
      rows={drafts.map(({ id, name, createdAt, savedAt }) => ({
        key: id,
        cells: [
          <Link key="about" href={`/referrals/drafts/${id}`}>
            {name ?? "Nobody named yet"}
          </Link>,
          <Time key="started" at={createdAt} short />,
          savedAt && <Time key="saved" at={savedAt} short />,
        ],
      }))}
    />
  );
}
