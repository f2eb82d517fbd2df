import { Link } from "@/components/ui/link";
import type { ProjectStatus } from "@/lib/projects/labels";
import { ProjectTag } from "./project-table";

type Project = { id: string; reference: string; title: string; status: ProjectStatus };
type Props = { title: string; projects: readonly Project[]; level?: 2 | 4 };

/** Projects that something led to. */
export function ProjectList({ title, projects, level = 2 }: Props) {
  if (projects.length === 0) return null;
  const Heading = level === 2 ? "h2" : "h4";
  return (
    <section>
      <Heading className={level === 2 ? "govuk-heading-m" : "govuk-heading-s"}>{title}</Heading>
      <ul className="govuk-list">
        {projects.map(({ id, reference, title: name, status }) => (
          <li key={id}>
            <Link href={`/plan/projects/${id}`}>
              {reference} {name}
            </Link>{" "}
            <ProjectTag status={status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
