import { Details, Paragraphs } from "@/components/ui/text";

type Props = {
  materials: readonly { id: string; title: string; link: string | null; bodyText: string | null }[];
};

/** What was shown or given out: a link, or the text itself. */
export function MaterialList({ materials }: Props) {
  if (materials.length === 0) return <p className="govuk-body">Nothing has been added yet.</p>;
  return (
    <>
      {materials.map(({ id, title, link, bodyText }) =>
        link ? (
          <p key={id} className="govuk-body">
            <a className="govuk-link" href={link} rel="noreferrer noopener">
              {title}
            </a>
          </p>
        ) : (
          <Details key={id} summary={title}>
            <Paragraphs text={bodyText} />
          </Details>
        ),
      )}
    </>
  );
}
