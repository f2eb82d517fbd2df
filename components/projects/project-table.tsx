import { Due } from "@/components/plans/due";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import type { Day } from "@/lib/dates";
import { type ProjectStatus, projectStatuses } from "@/lib/projects/labels";

type Project = {
  id: string;
  reference: string;
  title: string;
  targetGroup: string | null;
  status: ProjectStatus;
  owner: { name: string };
  provider: { name: string } | null;
  nextReturn: Day | null;
  isOver: boolean;
};

type Props = { caption: string; projects: readonly Project[]; today: Day; empty: string };

const meanings = {
  idea: "waiting",
  outline: "waiting",
  bid: "waiting",
  approved: "waiting",
  refused: "closed",
  delivery: "waiting",
  evaluation: "waiting",
  closed: "done",
  withdrawn: "closed",
} as const;

export const ProjectTag = ({ status }: { status: ProjectStatus }) => (
  <StatusTag meaning={meanings[status]}>{projectStatuses[status]}</StatusTag>
);

/** Projects, where each is on its road, and what is due of it next. */
export function ProjectTable({ caption, projects, today, empty }: Props) {
  const rows = projects.map((project) => ({
    key: project.id,
    cells: [
      <Link key="title" href={`/plan/projects/${project.id}`}>
        {project.reference} {project.title}
      </Link>,
      project.targetGroup ?? "Everybody",
      <>
        {project.owner.name}
        {project.provider && project.provider.name !== project.owner.name && (
          <>
            <br />
            <span className="text-secondary">Delivered by {project.provider.name}</span>
          </>
        )}
      </>,
      project.nextReturn && !project.isOver ? (
        <Due
          key="due"
          day={project.nextReturn}
          today={today}
          isOverdue={project.nextReturn < today}
        />
      ) : (
        "None due"
      ),
      <ProjectTag key="status" status={project.status} />,
    ],
  }));
  return (
    <Table
      caption={caption}
      columns={[
        { text: "Project" },
        { text: "For" },
        { text: "Led by" },
        { text: "Next return" },
        { text: "Stage" },
      ]}
      rows={rows}
      empty={empty}
      keepsCaption
    />
  );
}
