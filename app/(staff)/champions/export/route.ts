import { championKinds, sectorLabels, standingLabels } from "@/lib/champions/labels";
import { exportChampions } from "@/lib/champions/queries";
import { readChampionAddress } from "@/lib/champions/schema";
import { toCsv } from "@/lib/csv";
import { formatDayShort } from "@/lib/dates";
import { deliver } from "@/lib/request/deliver";

const columns = [
  ...["Name", "Post", "Organisation", "Sector", "Kind", "Work contact", "Appointed", "Runs out"],
  ...["Standing", "Course", "Trained until", "Last contact", "Stepped down", "Why"],
];

const shown = (day: string | null) => (day ? formatDayShort(day) : "");

/** The rows of the register that the address asks for, as a file. */
export function GET(request: Request) {
  const address = readChampionAddress(Object.fromEntries(new URL(request.url).searchParams));
  return deliver(
    (ctx) => exportChampions(ctx, address),
    (champions) =>
      new Response(
        toCsv(
          columns,
          champions.map((champion) => [
            ...[champion.name, champion.post, champion.organisation],
            ...[sectorLabels[champion.sector], championKinds[champion.kind], champion.contact],
            ...[formatDayShort(champion.appointedDay), formatDayShort(champion.expiresDay)],
            standingLabels[champion.standing],
            ...[champion.course ?? "", shown(champion.trainedUntilDay)],
            ...[shown(champion.lastContactDay), shown(champion.endedDay)],
            champion.endedBecause ?? "",
          ]),
        ),
        {
          headers: {
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": 'attachment; filename="champions.csv"',
          },
        },
      ),
  );
}
