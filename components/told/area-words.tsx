import { Link } from "@/components/ui/link";
import { Paragraphs } from "@/components/ui/text";

type Area = { id: string; name: string };
export type NoticesProps = {
  areas: Area[];
  notice: {
    area: Area;
    controller: string;
    contact: string;
    childContact: string;
    link: string | null;
  } | null;
};

/** Where the notice of one area is asked for: the code of an area is public. */
export const noticeOf = (path: string, area: Area | undefined) =>
  area ? `${path}?area=${area.id}` : path;

/** The other areas, each with a notice of its own (TR-01). */
export function ChooseArea(props: NoticesProps & { path: string; title: string }) {
  const { areas, notice, path, title } = props;
  const others = areas.filter(({ id }) => id !== notice?.area.id);
  if (others.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {others.map((area) => (
          <li key={area.id}>
            <Link href={noticeOf(path, area)}>{area.name}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who is responsible in this area, and whom to ask. */
export function AreaWords({ notice }: Pick<NoticesProps, "notice">) {
  if (!notice) return null;
  const { area, controller, contact, link } = notice;
  return (
    <>
      <h2 className="govuk-heading-m">In {area.name}</h2>
      <Paragraphs text={controller} />
      <Paragraphs text={contact} />
      {link && (
        <p className="govuk-body">
          <a className="govuk-link" href={link} rel="noreferrer">
            The council&rsquo;s own privacy notice
          </a>
        </p>
      )}
    </>
  );
}
