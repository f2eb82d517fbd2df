import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";

export type LogLine = {
  key: string;
  at: Date;
  what: string;
  page: string | null;
  role: string;
  who: string;
  organisation: string | null;
};

/** Lines of the log: when, who, in which role, and what for. */
export function LogTable({
  caption,
  lines,
  empty,
}: {
  caption: string;
  lines: LogLine[];
  empty: string;
}) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      columns={[
        { text: "When" },
        { text: "Who" },
        { text: "As" },
        { text: "What" },
        { text: "Page" },
      ]}
      rows={lines.map(({ key, at, who, role, organisation, what, page }) => ({
        key,
        cells: [
          <Time key="at" at={at} short />,
          who,
          organisation ? `${role}, ${organisation}` : role,
          what,
          page ?? "None",
        ],
      }))}
      empty={empty}
    />
  );
}
