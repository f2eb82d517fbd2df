import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { type Figure, gapText } from "@/lib/training/rules";
import { StandingTag, share } from "./standing";

type Props = {
  requirements: readonly {
    id: string;
    roleGroup: string;
    course: string;
    target: number;
    figure: Figure;
  }[];
  isOwnOnly: boolean;
};

/** Who needs what, and how many of them have it in date. */
export function MatrixTable({ requirements, isOwnOnly }: Props) {
  const rows = requirements.map(({ id, roleGroup, course, target, figure }) => ({
    key: id,
    cells: [
      roleGroup,
      <Link key="course" href={`/training/requirements/${id}`}>
        {course}
        <span className="govuk-visually-hidden"> for {roleGroup}</span>
      </Link>,
      share(figure),
      `${target}%`,
      <StandingTag key="standing" figure={figure} />,
      gapText(figure),
      <Declared key="declared" figure={figure} isOwnOnly={isOwnOnly} />,
    ],
  }));
  return (
    <Table
      caption="Training needs matrix"
      isCaptionHidden
      columns={[
        { text: "Role group" },
        { text: "Course" },
        { text: "In date", numeric: true },
        { text: "Target", numeric: true },
        { text: "Standing" },
        { text: "Gap" },
        { text: "Declared" },
      ]}
      rows={rows}
      empty={
        isOwnOnly
          ? "Nobody in your organisation needs training that is kept here."
          : "Nothing has been required yet. Add role groups and courses, then say who needs what."
      }
    />
  );
}

/** When, by how many, and whether that is long ago. */
function Declared({ figure, isOwnOnly }: { figure: Figure; isOwnOnly: boolean }) {
  const { declared, expected, stale, newestDay } = figure;
  if (!newestDay) return isOwnOnly ? "Never" : `By none of ${expected}`;
  return (
    <>
      {!isOwnOnly && `${declared} of ${expected} organisations, newest `}
      <Time day={newestDay} short />
      {stale > 0 && (isOwnOnly ? ". Out of date" : `. ${stale} out of date`)}
    </>
  );
}
