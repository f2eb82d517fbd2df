import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { type BodyKind, bodyKinds } from "@/lib/governance/labels";

type Body = {
  id: string;
  parentId: string | null;
  kind: BodyKind;
  name: string;
  covers: string | null;
  endedDay: string | null;
};

type Props = { bodies: readonly Body[]; under?: string | null };

/** The bodies, each under the one above it. What hangs under something out of sight stands by itself. */
export function BodyTree({ bodies, under = null }: Props) {
  const ids = bodies.map(({ id }) => id);
  const here = bodies.filter(({ parentId }) =>
    under ? parentId === under : !parentId || !ids.includes(parentId),
  );
  if (here.length === 0) return null;
  return (
    <ul className={under ? "govuk-list govuk-list--bullet" : "govuk-list"}>
      {here.map((body) => (
        <li key={body.id}>
          <Link href={`/meetings/bodies/${body.id}`}>{body.name}</Link>
          {`, ${bodyKinds[body.kind]}`}
          {body.covers && `, for ${body.covers}`} {body.endedDay && <Tag colour="grey">Ended</Tag>}
          <BodyTree bodies={bodies} under={body.id} />
        </li>
      ))}
    </ul>
  );
}
